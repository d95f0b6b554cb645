// Before the first paint: light or dark as chosen, else as the system says. A file of its own because the content security policy allows no inline script.
const chosen = localStorage.getItem('mantine-color-scheme-value') || 'auto'
const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
