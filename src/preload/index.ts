import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, type BridgeEvent, eventChannel, requestChannel } from '../shared/bridge.ts'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input),
  subscribe: (listener) => {
    // The page never sees Electron's event object, which leads to the sender.
    const forward = (_event: unknown, event: BridgeEvent) => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => ipcRenderer.off(eventChannel, forward)
  },
}

contextBridge.exposeInMainWorld('tokenDesk', bridge)
