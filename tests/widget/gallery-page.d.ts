// What gallery.js leaves on the page for tests that run code there.
import type { EarshotWidgetElement } from '../../widget/earshot-widget.js';
import type { createConversation } from '../../js-glue/chat/conversation.js';
import type { Hooks } from '../../js-glue/chat/visitor-protocol.js';
import type { VIEWS } from './views.js';
import type { View } from '../../js-glue/answers.js';
import type { ChatMemory, ChatMessage, ChatTransport } from '../../js-glue/chat.js';
import type { Config } from '../../js-glue/config.js';
import type { Fact } from '../../js-glue/facts.js';
import type { Page } from '../../js-glue/page.js';
import type { ChatState } from '../../js-glue/words.js';

declare global {
  var earshot: {
    VIEWS: typeof VIEWS;
    CONFIG: Config;
    transport: ChatTransport & {
      sent: ChatMessage[];
      receive(message: ChatMessage): void;
      report(state: ChatState): void;
    };
    hooks: Hooks;
    conversation: ReturnType<typeof createConversation>;
    converse(memory: ChatMemory, mute?: boolean): ReturnType<typeof createConversation>;
    whom: string;
    facts: Fact[];
    calls: unknown[][];
    breakLife: boolean;
    packArrives(pack: Record<string, string>): void;
    helpArrives(): void;
    arrive(): void;
    fail(error: unknown): void;
    chatArrives(): void;
    chatFails(error: unknown): void;
    openChat(conversation: ReturnType<typeof createConversation>): void;
    pages: Page[];
    signals: AbortSignal[];
    element: EarshotWidgetElement;
    readonly page: Page;
    languages: readonly string[];
    packs: Record<string, Promise<Record<string, string> | null>>;
    loadPack(language: string): Promise<Record<string, string> | null>;
    render(view: View): void;
    show(name: string): void;
  };
}
