'use client';

import 'earshot';

export default function Page() {
  return (
    <main>
      <h1>A customer’s page</h1>
      <earshot-widget config='{"media":["microphone"],"language":"es"}' />
    </main>
  );
}
