import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = { '.json': 'application/json', '.js': 'text/javascript' };

/** Serves a folder to the workbench's page: what comes by http runs in the web worker extension host. */
export async function serveFiles(root) {
  const server = createServer((request, response) => {
    const asked = path.normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = path.join(root, asked);
    const isServed = file.startsWith(root + path.sep) && existsSync(file) && statSync(file).isFile();
    response.writeHead(isServed ? 200 : 404, {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    });
    if (isServed) createReadStream(file).pipe(response);
    else response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    authority: `127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
