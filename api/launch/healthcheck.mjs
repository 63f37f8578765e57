// @ts-check
// For the container engine: 0 when the api on this machine can serve, 1 otherwise.
const port = process.env.PORT || '3000'
try {
  const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(4000) })
  process.exitCode = response.ok ? 0 : 1
} catch {
  process.exitCode = 1
}
