/** What the chat server and the tests use of the development package `ws`, which brings no types. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, Server } from 'node:http';
  import type { AddressInfo } from 'node:net';
  import type { Duplex } from 'node:stream';

  export class WebSocket extends EventEmitter {
    static readonly OPEN: 1;
    constructor(address: string | URL, protocols?: string | string[], options?: object);
    constructor(address: string | URL, options?: object);
    readonly OPEN: 1;
    readyState: number;
    readonly bufferedAmount: number;
    readonly isPaused: boolean;
    onopen: (() => void) | null;
    onmessage: ((event: { data: unknown }) => void) | null;
    onclose: (() => void) | null;
    send(data: string | Uint8Array, sent?: (error?: Error) => void): void;
    ping(): void;
    pause(): void;
    resume(): void;
    close(code?: number, reason?: string): void;
    terminate(): void;
    on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'open' | 'close' | 'pong', listener: () => void): this;
    once(event: string, listener: (...values: any[]) => void): this;
  }
  export default WebSocket;

  export class WebSocketServer extends EventEmitter {
    constructor(options: {
      noServer?: boolean;
      server?: Server;
      port?: number;
      host?: string;
      path?: string;
      maxPayload?: number;
      perMessageDeflate?: boolean;
    });
    clients: Set<WebSocket>;
    address(): AddressInfo;
    close(done?: () => void): void;
    handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      done: (client: WebSocket) => void,
    ): void;
    emit(event: 'connection', client: WebSocket, request: IncomingMessage): boolean;
    on(event: 'connection', listener: (client: WebSocket, request: IncomingMessage) => void): this;
    on(event: 'listening' | 'close', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
