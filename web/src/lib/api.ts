import type { Check, ErrorAnswer, Gap, Matrix, Territories, Why, World } from '../api/types';
import type { Params } from './route.svelte';

// What the server said it could not do, in its own words and code.
export class Refusal extends Error {
  constructor(readonly code: string, text: string) {
    super(text);
  }
}

const kept = new Map<string, Promise<unknown>>();
const keptMax = 200;

export function endpoint(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `/api/v1/${path}?${text}` : `/api/v1/${path}`;
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const error = (body as ErrorAnswer | null)?.error;
  throw new Refusal(error?.code ?? `http_${response.status}`, error?.text ?? '');
}

// A world does not change while it is looked at, so one answer per address is enough.
function ask<Answer>(path: string, params: Params = {}): Promise<Answer> {
  const address = endpoint(path, params);
  let answer = kept.get(address);
  if (!answer) {
    if (kept.size >= keptMax) kept.clear();
    answer = load(address);
    kept.set(address, answer);
    answer.catch(() => kept.delete(address));
  }
  return answer as Promise<Answer>;
}

export const api = {
  world: () => ask<World>('world'),
  territories: () => ask<Territories>('territories'),
  gap: (params: Params) => ask<Gap>('gap', params),
  matrix: (params: Params) => ask<Matrix>('matrix', params),
  why: (params: Params) => ask<Why>('why', params),
  check: (params: Params) => ask<Check>('check', params),
};
