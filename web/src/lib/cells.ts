import type { Key } from './messages';

// How one cell looks and reads. Glyph and colour always come together: colour is never the only cue.
export type CellFace = { glyph: string; look: string; name: Key };

const faces: Record<string, CellFace> = {
  o: { glyph: '●', look: 'open', name: 'state.open' },
  n: { glyph: '◐', look: 'not-understood', name: 'state.not_understood' },
  c: { glyph: '○', look: 'closed', name: 'state.closed' },
  u: { glyph: '?', look: 'unknown', name: 'state.unknown' },
  x: { glyph: '!', look: 'conflict', name: 'state.conflict' },
  h: { glyph: '♪', look: 'heard', name: 'state.heard' },
  b: { glyph: '■', look: 'held-back', name: 'state.held_back' },
};
const unknown: CellFace = { glyph: '?', look: 'unknown', name: 'state.unknown' };

export const cellLetters = Object.keys(faces);
export const cellFace = (letter: string): CellFace => faces[letter] ?? unknown;
export const stateFace = (state: 'open' | 'closed' | 'unknown'): CellFace => cellFace(state[0] ?? 'u');
