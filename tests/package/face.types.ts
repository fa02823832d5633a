// The code does what widget/earshot.d.ts says. Compiled with everything else by `npx tsc`, never run: a claim
// that is no longer true is an error at its line.
import type * as face from '../../widget/earshot.js';
import type { Page } from '../../js-glue/page.js';
import type { EarshotWidgetElement } from '../../widget/earshot-widget.js';
import type * as code from '../../widget/mount.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Without `readonly`, which the code has no need of. */
type Loose<T> = T extends (...given: never) => unknown
  ? T
  : T extends readonly (infer Each)[]
    ? Loose<Each>[]
    : T extends object
      ? { -readonly [Name in keyof T]: Loose<T[Name]> }
      : T;
type Members<T, Names extends keyof T> = { [Name in Names]: Loose<T[Name]> };
declare function holds<_Claim extends true>(): void;

// ---- the element: no member more, none less -----------------------------------------------------

/** What the browser calls, and what define.js gives to the class. */
type Inside = 'connectedCallback' | 'disconnectedCallback' | 'adoptedCallback' | 'attributeChangedCallback';
type InsideClass = 'observedAttributes' | 'glue';
type Code = EarshotWidgetElement;
type Face = face.EarshotWidgetElement;
holds<Same<Exclude<keyof Code, Inside>, keyof Face>>();
type CodeClass = Exclude<keyof typeof EarshotWidgetElement, InsideClass>;
holds<Same<CodeClass, keyof typeof face.EarshotWidgetElement>>();

type Own = Exclude<keyof Face, keyof HTMLElement>;
type Methods = { [Name in Own]: Face[Name] extends (...given: never) => unknown ? Name : never }[Own];
type Given = { [Name in Methods]: Loose<Parameters<Face[Name]>> };
type Taken = { [Name in Methods]: Loose<Parameters<Code[Name]>> };
type Answers<Of extends Face | Code> = { [Name in Methods]: Loose<ReturnType<Of[Name]>> };
holds<Given extends Taken ? true : false>(); // it takes all that may be given
holds<Answers<Code> extends Answers<Face> ? true : false>(); // and answers as it is said

// ---- what it holds ------------------------------------------------------------------------------

holds<Same<Members<Code, Exclude<Own, Methods>>, Members<Face, Exclude<Own, Methods>>>>();
holds<Same<keyof Code['view'], keyof face.View>>();
holds<Same<keyof NonNullable<Code['message']>, keyof face.FarEndMessage>>();

// ---- the configuration, as the core completes it ------------------------------------------------

type Complete = Parameters<Page['applyConfig']>[0];
type Simple<T> = { [Name in keyof T]: T[Name] extends string | boolean ? Name : never }[keyof T];
type Words = Simple<Complete>;
holds<Same<keyof Complete, keyof face.Config>>();
holds<Same<{ [Name in Words]: Complete[Name] }, { [Name in Words]: NonNullable<face.Config[Name]> }>>();
holds<Same<keyof Complete['chat'], keyof face.ChatConfig>>();
holds<Same<Complete['chat']['transport'], NonNullable<face.ChatConfig['transport']>>>();
holds<Complete['chat'] extends face.ChatConfig ? true : false>();
holds<Same<keyof Complete['actions'], keyof face.ActionsConfig>>();
holds<Complete['texts'] extends face.Texts ? true : false>();
holds<Complete['support'] extends face.ByCause ? true : false>();
holds<Complete['instructions'] extends face.ByCause ? true : false>();

// ---- what `import` gives ------------------------------------------------------------------------

holds<Same<Parameters<typeof code.mount>, Parameters<typeof face.mount>>>();
holds<Same<ReturnType<typeof code.mount>, Face>>();
