import type { Matrix, MatrixRow } from '../api/types';
import { api } from './api';
import type { Params } from './route.svelte';

const sliceRows = 100;

// The rows of one question, fetched in slices as they come into view.
export class MatrixRows {
  head = $state.raw<Matrix | null>(null);
  failure = $state.raw<unknown>(null);
  #slices = $state.raw<Map<number, MatrixRow[]>>(new Map());
  #asked = new Set<number>();
  #question: Params;

  constructor(question: Params) {
    this.#question = question;
    this.#fetch(0);
  }

  get total(): number {
    return this.head?.total_rows ?? 0;
  }

  row(index: number): MatrixRow | undefined {
    return this.#slices.get(Math.floor(index / sliceRows))?.[index % sliceRows];
  }

  need(first: number, last: number): void {
    if (!this.head) return;
    const lastSlice = Math.floor(Math.min(last, this.total - 1) / sliceRows);
    for (let slice = Math.floor(first / sliceRows); slice <= lastSlice; slice++) this.#fetch(slice);
  }

  #fetch(slice: number): void {
    if (this.#asked.has(slice)) return;
    this.#asked.add(slice);
    api.matrix({ ...this.#question, offset: slice * sliceRows, limit: sliceRows })
      .then((matrix) => {
        this.#slices = new Map(this.#slices).set(slice, matrix.rows);
        if (slice === 0) this.head = matrix;
      })
      .catch((error: unknown) => {
        this.#asked.delete(slice);
        this.failure = error;
      });
  }
}
