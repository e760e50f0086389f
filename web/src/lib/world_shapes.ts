import { geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/countries-50m.json?url';

export type Shape = { key: string; numeric: string; path: string; area: number };
export const mapWidth = 960;
export const mapHeight = 452;

const antarctica = '010';
let drawn: Promise<Shape[]> | null = null;

// Equal Earth keeps areas true, so no market looks larger than it is. The Pacific is in the middle,
// as on maps printed in Japan; the cut lies in the Atlantic, at 30 degrees west.
function draw(atlas: Topology<{ countries: GeometryCollection }>): Shape[] {
  const all = feature(atlas, atlas.objects.countries) as FeatureCollection;
  const features = all.features.filter((one: Feature) => String(one.id ?? '') !== antarctica);
  const projection = geoEqualEarth()
    .rotate([-150, 0])
    .fitExtent([[2, 2], [mapWidth - 2, mapHeight - 2]], { type: 'FeatureCollection', features });
  const path = geoPath(projection).digits(1);
  return features.map((one, index) => ({
    key: `${one.id ?? 'none'}-${index}`,
    numeric: String(one.id ?? ''),
    path: path(one) ?? '',
    area: path.area(one),
  })).filter((shape) => shape.path !== '');
}

export function worldShapes(): Promise<Shape[]> {
  drawn ??= fetch(atlasUrl)
    .then((response) => response.json())
    .then((atlas) => draw(atlas));
  return drawn;
}
