import type {
  Check, ErrorAnswer, Gap, Holds, ImportAnswer, Imports, Leaks, Ledger, MappingAnswer, MappingChoice, Matrix, NewHolds,
  Session, Territories, Why, World,
  Alarms, DemandEvidence, SeriesAnswer,
  Board, ChangedUnits, UnitChange, UnitDetails, Units, Impact, Plan,
} from '../api/types';
import { noteChange } from './changes.svelte';
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

function answerOf(status: number, body: unknown): unknown {
  if (status >= 200 && status < 300 && body !== null) return body;
  const error = (body as ErrorAnswer | null)?.error;
  throw new Refusal(error?.code ?? `http_${status}`, error?.text ?? '');
}

async function load(address: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { Accept: 'application/json', ...init.headers };
  const response = await fetch(address, { ...init, headers });
  return answerOf(response.status, await response.json().catch(() => null));
}

// A world does not change while it is looked at, other than by this page, so one answer per address
// is enough until then.
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

function forget(): void {
  kept.clear();
  noteChange();
}

let session: Promise<Session> | null = null;

// Whether this server takes changes, and the word they must carry.
export function mySession(): Promise<Session> {
  session ??= load(endpoint('session')) as Promise<Session>;
  session.catch(() => (session = null));
  return session;
}

// Sends a change; every page asks anew afterwards.
async function change<Answer>(path: string, body: object, params: Params = {}): Promise<Answer> {
  const { token } = await mySession();
  const answer = await load(endpoint(path, params), {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'X-Umikoe-Token': token ?? '' },
  });
  forget();
  return answer as Answer;
}

// Asks with a body what changes nothing.
async function askWith<Answer>(path: string, body: object, params: Params = {}): Promise<Answer> {
  const { token } = await mySession();
  return await load(endpoint(path, params), {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'X-Umikoe-Token': token ?? '' },
  }) as Answer;
}

// One file, as it is. Progress is the share sent, 0 to 1.
export async function upload(file: File, lang: string, progress: (share: number) => void): Promise<ImportAnswer> {
  const { token } = await mySession();
  const request = new XMLHttpRequest();
  request.open('POST', endpoint('imports', { name: file.name, lang }));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-Umikoe-Token', token ?? '');
  request.responseType = 'json';
  request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new TypeError('no answer'));
    request.onload = () => {
      try {
        resolve(answerOf(request.status, request.response) as ImportAnswer);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    request.send(file);
  });
}

export const api = {
  world: () => ask<World>('world'),
  territories: () => ask<Territories>('territories'),
  gap: (params: Params) => ask<Gap>('gap', params),
  matrix: (params: Params) => ask<Matrix>('matrix', params),
  why: (params: Params) => ask<Why>('why', params),
  check: (params: Params) => ask<Check>('check', params),
  decisions: (params: Params) => ask<Gap>('decisions', params),
  imports: (params: Params) => load(endpoint('imports', params)) as Promise<Imports>,
  discard: (id: string) => change('imports/discard', { id }),
  revenue: (params: Params) => ask<Ledger>('revenue', params),
  plan: (params: Params) => ask<Plan>('plan', params),
  impact: () => ask<Impact>('impact'),
  leaks: (params: Params) => ask<Leaks>('leaks', params),
  alarms: (params: Params) => ask<Alarms>('alarms', params),
  series: (params: Params) => ask<SeriesAnswer>('series', params),
  evidence: (params: Params) => ask<DemandEvidence>('evidence', params),
  translations: (params: Params) => ask<Units>('translations', params),
  translationUnit: (params: Params) => ask<UnitDetails>('translations/unit', params),
  translationBoard: (params: Params) => ask<Board>('translations/board', params),
  translate: (body: UnitChange, params: Params) => change<ChangedUnits>('translations', body, params),
  holds: (params: Params) => ask<Holds>('holds', params),
  hold: (holds: NewHolds, params: Params) => change<Holds>('holds', holds, params),
  release: (number: number, by: string, params: Params) => change<Holds>('holds/release', { number, by }, params),
  proposal: (choice: MappingChoice, params: Params) => askWith<MappingAnswer>('mappings/proposal', choice, params),
  keepMapping: (choice: MappingChoice, params: Params) => change<ImportAnswer>('mappings', choice, params),
  forget,
};
