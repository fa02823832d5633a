'use client';

import { useEffect } from 'react';

export default function Page() {
  useEffect(() => {
    const widget = import('earshot').then(({ mount }) => mount({ media: ['microphone'], language: 'es' }));
    return () => void widget.then((element) => element.remove());
  }, []);
  return <h1>A customer’s page</h1>;
}
