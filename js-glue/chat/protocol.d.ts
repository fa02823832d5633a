// The frames of docs/chat-protocol.md, version 1.
import type { ChatReason } from '../chat.js';

export type VisitorFrame =
  | { type: 'hello'; earshot: 1; session: string; token: string; after: number; reason: ChatReason | null }
  | { type: 'message'; id: string; text: string }
  | { type: 'typing'; on: boolean }
  | { type: 'forget' }
  | { type: 'ping' };

export type ServerFrame =
  | { type: 'welcome'; session: string; token: string; seq: number; resumed: boolean }
  | {
      type: 'message';
      id: string;
      seq: number;
      at: number;
      from: 'visitor' | 'agent';
      name: string;
      text: string;
    }
  | { type: 'ack'; id: string; seq: number; at: number }
  | { type: 'typing'; on: boolean }
  | { type: 'pong' }
  | { type: 'forgotten' }
  | { type: 'refused'; code: string; id: string; retry_ms: number; text: string };
