// node with_demo.mjs UMIKOE: makes the demo world in a folder of its own, serves it on a free port and
// runs the browser tests over it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.argv[2];
if (!existsSync(process.env.UMIKOE_CHROMIUM ?? '/usr/bin/chromium')) {
  console.log('skipped: there is no Chromium here (set UMIKOE_CHROMIUM)');
  process.exit(77);
}
const folder = mkdtempSync(join(tmpdir(), 'umikoe-pages-'));
const world = join(folder, 'demo');

// The first address the server prints.
function listening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (part) => {
      said += part;
      const found = said.match(/http:\/\/[\w.:]+/);
      if (found) resolve(found[0]);
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}; it said: ${said}`)));
  });
}

let server;
try {
  execFileSync(program, ['demo', world], { stdio: ['ignore', 'ignore', 'inherit'] });
  server = spawn(program, ['serve', world, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.env.UMIKOE_WEB_BASE = await listening(server);
  process.argv.splice(2, 1);  // run.mjs takes the name of one scenario there
  await import('./run.mjs');
} finally {
  server?.removeAllListeners('exit');
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
}
