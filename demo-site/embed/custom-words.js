// Shows what a voice agent at the other end would be told.
document.addEventListener('earshot-message', ({ detail: { instructions } }) => {
  const place = document.querySelector('[data-agent]');
  if (place) place.textContent = instructions || 'Nothing: all is well, or nobody is on the line.';
});
