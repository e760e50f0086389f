// The real program: makes its demo world in a folder of its own and serves it on any free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function startProgram(program) {
  const folder = mkdtempSync(join(tmpdir(), 'umikoe-pages-'));
  const world = join(folder, 'demo');
  execFileSync(program, ['demo', world], { stdio: 'ignore' });
  const server = spawn(program, ['serve', world, '--edit', '--port', '0', '--lang', 'en']);
  const close = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const base = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (base) resolve({ base, close });
    });
    server.on('exit', (code) => reject(new Error(`umikoe serve ended with ${code}: ${said}`)));
  });
}
