import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { namesIn } from './support/files.ts'
import { expect, test } from './support/test.ts'

/** Counts what reaches one port of this computer, by TCP and by UDP. */
async function startListeners() {
  const seen: string[] = []
  const tcp = createServer((socket) => {
    seen.push('tcp')
    socket.on('error', () => undefined)
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const address = tcp.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const udp = createSocket('udp4')
  udp.on('message', () => seen.push('udp'))
  udp.bind(address.port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port: address.port,
    seen: seen as readonly string[],
    close: () => {
      tcp.close()
      udp.close()
    },
  }
}

test('a page reaches no server and no peer by WebRTC', async ({ start }) => {
  const listeners = await startListeners()
  const { page } = await start()
  const { errors, candidates } = await page.evaluate(async (port) => {
    const errors: string[] = []
    const candidates: string[] = []
    const isGathered: Promise<unknown>[] = []
    function watch(peer: RTCPeerConnection): void {
      peer.onicecandidateerror = ({ url }) => errors.push(url)
      peer.onicecandidate = ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') candidates.push(candidate.candidate)
      }
      isGathered.push(
        new Promise((resolve) => {
          peer.onicegatheringstatechange = () => {
            if (peer.iceGatheringState === 'complete') resolve(undefined)
          }
        }),
      )
    }
    for (const urls of [
      `turn:127.0.0.1:${port}?transport=tcp`,
      `turns:127.0.0.1:${port}?transport=tcp`,
      `turn:127.0.0.1:${port}`,
      `stun:127.0.0.1:${port}`,
      `turn:localhost:${port}?transport=tcp`,
    ]) {
      const peer = new RTCPeerConnection({
        iceServers: [{ urls, username: 'typed', credential: 'x' }],
      })
      watch(peer)
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    }
    // A peer whose addresses the page chooses.
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()]
    watch(one)
    one.createDataChannel('x')
    const offer = await one.createOffer()
    await other.setRemoteDescription(offer)
    await one.setLocalDescription(offer)
    await one.setRemoteDescription(await other.createAnswer())
    for (const candidate of [
      `candidate:1 1 udp 2122260223 127.0.0.1 ${port} typ host`,
      `candidate:2 1 tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive`,
    ]) {
      await one.addIceCandidate({ candidate, sdpMid: '0' })
    }
    await Promise.all(isGathered)
    return { errors, candidates }
  }, listeners.port)
  // Each way over TCP was tried, and ended at the proxy that is not there.
  expect(errors.filter((url) => url.startsWith('turns:'))).not.toEqual([])
  expect(errors.filter((url) => url.startsWith('turn:'))).not.toEqual([])
  // Nor does the page learn an address of this computer.
  expect(candidates).toEqual([])
  expect(listeners.seen).toEqual([])
  listeners.close()
})

test('a page that tries each kind of request reaches no server and no name server', async ({
  start,
  dataFolder,
}) => {
  const listeners = await startListeners()
  const { page, electron } = await start()
  const netLog = path.join(dataFolder, 'planted-net-log.json')
  await electron.evaluate(
    ({ session }, file) => session.fromPartition('token-desk').netLog.startLogging(file),
    netLog,
  )
  await page.evaluate(async (port) => {
    const [http, https] = [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`]
    const link = (rel: string, href: string, as = '') => {
      const element = document.createElement('link')
      Object.assign(element, { rel, href, as })
      document.head.append(element)
    }
    for (const rel of [
      'prefetch',
      'prerender',
      'preconnect',
      'modulepreload',
      'icon',
      'manifest',
    ]) {
      link(rel, http)
      link(rel, https)
    }
    link('dns-prefetch', 'https://planted-dns-name.test/')
    link('preconnect', 'https://planted-preconnect-name.test/')
    link('preload', http, 'image')
    link('preload', http, 'fetch')
    link('stylesheet', http)
    link('compression-dictionary', https)
    const rules = document.createElement('script')
    rules.type = 'speculationrules'
    rules.textContent = JSON.stringify({
      prefetch: [{ source: 'list', urls: [http, https] }],
      prerender: [{ source: 'list', urls: [http, https] }],
    })
    document.head.append(rules)
    const pinging = document.createElement('a')
    Object.assign(pinging, { href: 'app://token-desk/#here', ping: http })
    document.body.append(pinging)
    pinging.click()
    const refresh = document.createElement('meta')
    Object.assign(refresh, { httpEquiv: 'refresh', content: `0;url=${http}` })
    document.head.append(refresh)
    const tries: (() => unknown)[] = [
      () => navigator.sendBeacon(http, 'x'),
      () => new WebSocket(http.replace('http', 'ws')),
      () => new EventSource(http),
      () => fetch(http, { mode: 'no-cors', keepalive: true }),
      () => navigator.serviceWorker.register('/worker.js'),
      () => new Worker(`data:text/javascript,fetch(${JSON.stringify(http)})`),
      () => new SharedWorker(`data:text/javascript,fetch(${JSON.stringify(http)})`),
      () => Reflect.construct(Reflect.get(globalThis, 'WebTransport'), [https]),
      () => Reflect.apply(Reflect.get(globalThis, 'fetchLater'), globalThis, [https]),
    ]
    for (const attempt of tries) {
      try {
        await attempt()
      } catch {
        // Refused, or not there at all.
      }
    }
  }, listeners.port)
  // An image is asked for last; its refusal says that the hints before it have been read.
  await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const image = new Image()
        image.onerror = resolve
        image.src = address
        document.body.append(image)
      }),
    `http://127.0.0.1:${listeners.port}/`,
  )
  // A lookup by the page's own network service is the sign that its record works, and comes last.
  await electron.evaluate(({ session }) =>
    session
      .fromPartition('token-desk')
      .resolveHost('planted-control-name.test')
      .catch(() => undefined),
  )
  await electron.evaluate(({ session }) => session.fromPartition('token-desk').netLog.stopLogging())
  const recorded = await readFile(netLog, 'utf8')
  expect(new Set(recorded.match(/planted-[a-z]+-name/g))).toEqual(new Set(['planted-control-name']))
  expect(listeners.seen).toEqual([])
  listeners.close()
})

test('a page begins no download, prints nothing and opens no dialog for files', async ({
  start,
  dataFolder,
}) => {
  const { page, electron } = await start()
  await electron.evaluate(({ session }) => {
    const begun: string[] = []
    Object.assign(globalThis, { begun })
    session.fromPartition('token-desk').on('will-download', (event, item) => {
      begun.push(`${event.defaultPrevented ? 'refused' : 'begun'} ${item.getFilename()}`)
      // So that no dialog of the system stays open.
      item.cancel()
    })
  })
  const apis = await page.evaluate(() => {
    const text = '[Desktop Entry]\nExec=planted\n'.repeat(1000)
    for (const href of [
      URL.createObjectURL(new Blob([text])),
      `data:application/octet-stream,${encodeURIComponent(text)}`,
      'app://token-desk/index.html',
    ]) {
      for (const target of ['_self', '_blank']) {
        const link = document.createElement('a')
        Object.assign(link, { href, target, download: 'planted.desktop' })
        document.body.append(link)
        link.click()
      }
      const frame = document.createElement('iframe')
      frame.src = href
      document.body.append(frame)
    }
    // Would wait for a dialog.
    window.print()
    window.confirm('planted')
    return ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker'].filter(
      (name) => name in globalThis,
    )
  })
  expect(apis).toEqual([])
  const begun = () => electron.evaluate(() => Reflect.get(globalThis, 'begun') as string[])
  expect(await begun()).toEqual([])

  // Beneath the sandbox of the page there is a second wall: one that main itself begins.
  await electron.evaluate(({ session }) =>
    session.fromPartition('token-desk').downloadURL('app://token-desk/index.html'),
  )
  await expect.poll(begun).toEqual(['refused index.html'])
  expect((await namesIn(dataFolder)).filter((name) => /desktop$|index\.html/.test(name))).toEqual(
    [],
  )
})
