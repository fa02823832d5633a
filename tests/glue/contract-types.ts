// What must not compile: npx tsc fails where one of these lines does.
import type { EffectTable } from '../../js-glue/effects.js';
import type { Fact } from '../../js-glue/facts.js';
import type { Page } from '../../js-glue/page.js';
import type { Tagged } from '../../js-glue/tagged.js';

declare const table: EffectTable;
declare const page: Page;

// @ts-expect-error: an effect that nobody obeys
export const fewer: EffectTable = (({ reload, ...rest }: EffectTable) => rest)(table);
// @ts-expect-error: an entry for an effect that the core does not order
export const more: EffectTable = { ...table, dance: () => {} };
// @ts-expect-error: an entry that expects what the effect does not hold
export const other: EffectTable = { ...table, reload: ({ url }: { url: string }) => void url };

// @ts-expect-error: a name without members
export type Missing = Tagged<'fact', 'one' | 'two', { one: {} }>;
// @ts-expect-error: members without a name
export type Left = Tagged<'fact', 'one', { one: {}; two: {} }>;

// @ts-expect-error: a fact that the core does not know
export const unknown: Fact = { fact: 'danced' };
// @ts-expect-error: a fact without one of its members
export const partial: Fact = { fact: 'pressed' };

// @ts-expect-error: the element draws, and has no media
void page.stream;
