/** Several nodes of the development host over one shared home, and one address in front of them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = 'localhost';
const COOKIE = 'hearth-node';

export interface ClusterOptions {
  readonly nodes: number;
  /** 0 takes a free one. */
  readonly port: number;
  /** Such as `/jira`, or nothing. */
  readonly context: string;
  /** What starts the host, without its port, node and address. */
  readonly command: readonly [string, ...string[]];
  /** Takes the lines that the nodes print. */
  readonly say: (node: string, text: string) => void;
}

export interface Node {
  readonly name: string;
  /** Where it listens itself, without a slash at the end. */
  readonly url: string;
  readonly process: ChildProcess;
}

export interface Cluster {
  /** The address in front, without a slash at the end. */
  readonly url: string;
  readonly nodes: readonly Node[];
  stop(): Promise<void>;
}

/** Begins to listen in front, then starts the nodes: each must know the address that people use. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const nodes: Node[] = [];
  const front = createServer((incoming, outgoing) => {
    pass(nodes, incoming, outgoing);
  });
  const stop = async (): Promise<void> => {
    front.closeAllConnections();
    front.close();
    await Promise.all(nodes.map((node) => ended(node.process)));
  };
  const port = await listening(front, options.port);
  const url = `http://${HOST}:${String(port)}${options.context}`;
  try {
    // The first one makes what all share, such as the server's id.
    nodes.push(await startNode(options, 'node1', url));
    const others = Array.from({ length: options.nodes - 1 }, (_, n) => `node${String(n + 2)}`);
    nodes.push(...(await Promise.all(others.map((name) => startNode(options, name, url)))));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, nodes, stop };
}

function listening(front: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, HOST, () => {
      resolve((front.address() as AddressInfo).port);
    });
  });
}

function startNode(options: ClusterOptions, name: string, address: string): Promise<Node> {
  const [program, ...args] = options.command;
  const process = spawn(program, [...args, '--port', '0', '--node', name, '--address', address], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      const text = chunk.toString('utf8');
      options.say(name, text);
      said += text;
      const url = /Hearth is ready: (\S+)/.exec(said)?.[1];
      if (url !== undefined) {
        said = '';
        resolve({ name, url: url.replace(/\/$/, ''), process });
      }
    };
    process.stdout.on('data', listen);
    process.stderr.on('data', listen);
    process.once('error', reject);
    process.once('exit', (code) => {
      reject(new Error(`${name} ended with ${String(code)}`));
    });
  });
}

function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => process.kill('SIGKILL'), 10_000);
    process.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    process.kill('SIGTERM');
  });
}

/** A session belongs to a node, so a browser stays with the one it was pinned to. */
function pass(nodes: readonly Node[], incoming: IncomingMessage, outgoing: ServerResponse): void {
  const asked = new URL(incoming.url ?? '/', `http://${HOST}`).searchParams.get('node');
  const kept = new RegExp(`(?:^|; *)${COOKIE}=(\\d+)`).exec(incoming.headers.cookie ?? '')?.[1];
  const number = Number(asked ?? kept ?? '1');
  const node = nodes[number - 1];
  if (node === undefined) {
    refuse(outgoing, `There is no node ${String(number)} that is ready.`);
    return;
  }
  const target = new URL(node.url);
  const onward = request(
    {
      host: HOST,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    },
    (answer) => {
      const cookies = answer.headers['set-cookie'] ?? [];
      const pin = `${COOKIE}=${String(number)}; Path=/; SameSite=Lax`;
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        ...(asked === null ? {} : { 'set-cookie': [...cookies, pin] }),
      });
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    },
  );
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else refuse(outgoing, `${node.name} does not answer. Choose another one with ?node=N.`);
  });
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function refuse(outgoing: ServerResponse, why: string): void {
  outgoing.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' });
  outgoing.end(`${why}\n`);
}
