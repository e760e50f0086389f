import type { CellTotal, TerritoryTotal } from '../api/types';

export const stepCount = 6;

// Steps of a round width that cover the shares at hand: a map in one colour would say nothing.
export type Steps = { from: number; width: number };

const widths = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

// What plays without permission on file is neither open nor closed, yet it is a cell.
export function cellCount(total: CellTotal): number {
  return total.open + total.closed + total.unknown + total.heard_without_permission + total.held_back;
}

export function closedShare(total: TerritoryTotal): number | null {
  const cells = cellCount(total);
  return cells === 0 ? null : total.closed / cells;
}

export function mostlyUnknown(total: TerritoryTotal): boolean {
  return total.unknown * 2 > cellCount(total);
}

export function chooseSteps(totals: TerritoryTotal[]): Steps {
  const shares = totals.filter((total) => !mostlyUnknown(total)).map(closedShare)
    .filter((share): share is number => share !== null);
  if (shares.length === 0) return { from: 0, width: 0.2 };
  // One market apart from all others (the home market, most often) must not flatten the rest, so
  // the outermost fiftieth at either end shares the outermost step.
  shares.sort((a, b) => a - b);
  const low = shares[Math.floor(shares.length / 50)] ?? 0;
  const high = shares[Math.ceil(shares.length * 0.98) - 1] ?? 1;
  for (const width of widths) {
    const from = Math.floor(low / width) * width;
    if (from + width * stepCount >= high) return { from, width };
  }
  return { from: 0, width: 0.2 };
}

// 1 to stepCount.
export function stepOf(share: number, steps: Steps): number {
  const step = Math.floor((share - steps.from) / steps.width + 1e-9) + 1;
  return Math.min(stepCount, Math.max(1, step));
}

// The class of a territory on map and chips.
export function lookOf(total: TerritoryTotal | undefined, steps: Steps): string {
  const share = total ? closedShare(total) : null;
  if (!total || share === null) return 'land';
  return mostlyUnknown(total) ? 'hatched' : `share-${stepOf(share, steps)}`;
}
