// The least that Electron can do: the baseline for the start and the memory of the workbench, with the same switches.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env.EPA_USER_DATA);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
