import { contextBridge, ipcRenderer } from 'electron'
import { eventChannel, requestChannel, type TextBridge } from '../shared/bridge.ts'

const bridge: TextBridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input),
  subscribe: (listener) => {
    // The page never sees Electron's event object, which leads to the sender.
    const forward = (_event: unknown, event: string) => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => ipcRenderer.off(eventChannel, forward)
  },
}

contextBridge.exposeInMainWorld('tokenDesk', bridge)
