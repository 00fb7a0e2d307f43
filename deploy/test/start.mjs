// What a start costs: node deploy/test/start.mjs [--runs 5] [--idle 8] COMMAND
//
// Starts COMMAND by /bin/sh -c as the port-ocean chart would, with polling, against a fake Port and a fake API on
// 127.0.0.1, and prints for each run: seconds and CPU seconds from the start of the process until its routes are started (its
// first call to Port) and until its first call to the API, and its resident memory when it has been idle for a while. Linux only.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';

const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args.splice(at, 2)[1]);
};
const runs = option('--runs', 5);
const idle = option('--idle', 8);
const command = args.join(' ');
if (!command) {
  console.error('usage: node deploy/test/start.mjs [--runs 5] [--idle 8] COMMAND');
  process.exit(2);
}

const mapping = {
  resources: [{
    kind: '/teams',
    selector: { query: 'true' },
    port: { entity: { mappings: { identifier: '.id', title: '.name', blueprint: '"team"' } } },
  }],
};
const teams = Array.from({ length: 10 }, (_, i) => ({ id: `t${i}`, name: `Team ${i}` }));

/** A server that answers with what `answer` gives. */
async function serve(answer) {
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(request, body)));
    });
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return server;
}

function port(request, body) {
  const path = request.url;
  if (path.endsWith('/auth/access_token')) return { ok: true, accessToken: 'a.b.c', expiresIn: 10800, tokenType: 'Bearer' };
  if (path.endsWith('/entities/search') || path.includes('datasource-entities')) return { ok: true, entities: [] };
  if (path.includes('/entities/bulk')) {
    const entities = JSON.parse(body).entities.map((entity, index) => ({ index, identifier: entity.identifier, created: true }));
    return { ok: true, entities, errors: [] };
  }
  if (path.includes('/integration/')) {
    return { ok: true, integration: { installationId: 'start', installationAppType: 'custom', config: mapping, arePortResourcesInitialized: true, changelogDestination: {} } };
  }
  return { ok: true };
}

/** User and system seconds of a process and of those it started. */
function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100;
}

function memory(pid, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

async function run() {
  const seen = {};
  let child;
  const began = performance.now();
  const note = (what) => {
    seen[what] ??= { wall: (performance.now() - began) / 1000, cpu: cpu(child.pid) };
  };
  const toPort = await serve((request, body) => { note('port'); return port(request, body); });
  const api = await serve(() => { note('api'); return teams; });
  child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      OCEAN__PORT__BASE_URL: `http://127.0.0.1:${toPort.address().port}`,
      OCEAN__PORT__CLIENT_ID: 'start-client-id',
      OCEAN__PORT__CLIENT_SECRET: 'start-client-secret',
      OCEAN__INTEGRATION__IDENTIFIER: 'start',
      OCEAN__INTEGRATION__CONFIG__BASE_URL: `http://127.0.0.1:${api.address().port}`,
      OCEAN__EVENT_LISTENER: '{"type":"POLLING","resync_on_start":true}',
      OCEAN__INITIALIZE_PORT_RESOURCES: 'false',
      APPLICATION__PORT: '0',
    },
  });
  let output = '';
  child.stdout.on('data', (text) => { output += text; });
  child.stderr.on('data', (text) => { output += text; });
  const ended = new Promise((done) => { child.on('exit', done); });
  await Promise.race([ended, new Promise((done) => { setTimeout(done, idle * 1000); })]);
  if (child.exitCode !== null || !seen.api) {
    console.error(output);
    console.error(`the command ${child.exitCode === null ? 'made no call to the API' : 'ended with ' + child.exitCode}`);
    child.kill('SIGKILL');
    process.exit(1);
  }
  seen.idle = { rss: memory(child.pid, 'VmRSS'), peak: memory(child.pid, 'VmHWM'), threads: readdirSync(`/proc/${child.pid}/task`).length };
  child.kill('SIGTERM');
  await ended;
  toPort.close();
  api.close();
  return seen;
}

console.log('     routes started      first API call     idle, after ' + idle + ' s');
console.log('     wall s   CPU s      wall s   CPU s     RSS MB  peak MB  threads');
for (let i = 1; i <= runs; i++) {
  const { port: routes, api, idle: at } = await run();
  console.log(`${String(i).padStart(3)} ${routes.wall.toFixed(2).padStart(7)} ${routes.cpu.toFixed(2).padStart(7)} ${api.wall.toFixed(2).padStart(11)} ${api.cpu.toFixed(2).padStart(7)} ${at.rss.toFixed(0).padStart(10)} ${at.peak.toFixed(0).padStart(8)} ${String(at.threads).padStart(8)}`);
}
