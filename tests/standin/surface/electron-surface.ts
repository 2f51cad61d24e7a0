// Generated from electron.d.ts by generate.ts; do not edit.
import type { Surface } from './read-declarations.ts';

const list = (names: string): readonly string[] => names.split(' ').filter(Boolean);

/** The names of Electron's main process, as of the installed version. */
export const ELECTRON_SURFACE = {
  exports: {
    BaseWindow: { kind: 'class', type: 'BaseWindow' },
    BrowserView: { kind: 'class', type: 'BrowserView' },
    BrowserWindow: { kind: 'class', type: 'BrowserWindow' },
    ClipboardItem: { kind: 'class', type: 'ClipboardItem' },
    ImageView: { kind: 'class', type: 'ImageView' },
    IpcMainServiceWorker: { kind: 'class', type: 'IpcMainServiceWorker' },
    Menu: { kind: 'class', type: 'Menu' },
    MenuItem: { kind: 'class', type: 'MenuItem' },
    MessageChannelMain: { kind: 'class', type: 'MessageChannelMain' },
    Notification: { kind: 'class', type: 'Notification' },
    ShareMenu: { kind: 'class', type: 'ShareMenu' },
    TouchBar: { kind: 'class', type: 'TouchBar' },
    Tray: { kind: 'class', type: 'Tray' },
    View: { kind: 'class', type: 'View' },
    WebContentsView: { kind: 'class', type: 'WebContentsView' },
    WebSocket: { kind: 'class', type: 'WebSocket' },
    app: { kind: 'object', type: 'App' },
    autoUpdater: { kind: 'object', type: 'AutoUpdater' },
    clipboard: { kind: 'object', type: 'Clipboard' },
    contentTracing: { kind: 'object', type: 'ContentTracing' },
    crashReporter: { kind: 'object', type: 'CrashReporter' },
    desktopCapturer: { kind: 'object', type: 'DesktopCapturer' },
    dialog: { kind: 'object', type: 'Dialog' },
    globalShortcut: { kind: 'object', type: 'GlobalShortcut' },
    inAppPurchase: { kind: 'object', type: 'InAppPurchase' },
    ipcMain: { kind: 'object', type: 'IpcMain' },
    nativeImage: { kind: 'statics', type: 'NativeImage' },
    nativeTheme: { kind: 'object', type: 'NativeTheme' },
    net: { kind: 'object', type: 'Net' },
    netLog: { kind: 'object', type: 'NetLog' },
    powerMonitor: { kind: 'object', type: 'PowerMonitor' },
    powerSaveBlocker: { kind: 'object', type: 'PowerSaveBlocker' },
    protocol: { kind: 'object', type: 'Protocol' },
    pushNotifications: { kind: 'object', type: 'PushNotifications' },
    safeStorage: { kind: 'object', type: 'SafeStorage' },
    screen: { kind: 'object', type: 'Screen' },
    session: { kind: 'statics', type: 'Session' },
    sharedTexture: { kind: 'object', type: 'SharedTexture' },
    shell: { kind: 'object', type: 'Shell' },
    systemPreferences: { kind: 'object', type: 'SystemPreferences' },
    utilityProcess: { kind: 'statics', type: 'UtilityProcess' },
    webContents: { kind: 'statics', type: 'WebContents' },
    webFrameMain: { kind: 'statics', type: 'WebFrameMain' },
  },
  types: {
    App: {
      emitter: true,
      methods: list(
        'configureHostResolver disableDomainBlockingFor3DAPIs disableHardwareAcceleration enableSandbox exit focus getAppMetrics getAppPath getApplicationInfoForProtocol getApplicationNameForProtocol getFileIcon getGPUFeatureStatus getGPUInfo getLocale getLocaleCountryCode getName getPath getPreferredSystemLanguages getSystemLocale getVersion hasSingleInstanceLock importCertificate isDefaultProtocolClient isEmojiPanelSupported isHardwareAccelerationEnabled isReady quit relaunch releaseSingleInstanceLock requestSingleInstanceLock resolveProxy setAboutPanelOptions setAppLogsPath setAsDefaultProtocolClient setBadgeCount setClientCertRequestPasswordHandler setDesktopName setName setPath setProxy showAboutPanel whenReady',
      ),
      properties: list('applicationMenu badgeCount commandLine isPackaged name userAgentFallback'),
      staticMethods: list(''),
    },
    AutoUpdater: {
      emitter: true,
      methods: list('checkForUpdates getFeedURL quitAndInstall setFeedURL'),
      properties: list(''),
      staticMethods: list(''),
    },
    BaseWindow: {
      emitter: true,
      methods: list(
        'blur center close destroy flashFrame focus getBackgroundColor getBounds getChildWindows getContentBounds getContentSize getContentView getMaximumSize getMediaSourceId getMinimumSize getNativeWindowHandle getNormalBounds getOpacity getParentWindow getPosition getSize getTitle hasShadow hide isAlwaysOnTop isDestroyed isEnabled isFocused isFullScreen isFullScreenable isKiosk isMaximized isMenuBarAutoHide isMenuBarVisible isMinimized isModal isNormal isResizable isVisible isVisibleOnAllWorkspaces maximize minimize moveAbove moveTop removeMenu restore setAlwaysOnTop setAspectRatio setAutoHideMenuBar setBackgroundColor setBounds setContentBounds setContentSize setContentView setEnabled setFullScreen setFullScreenable setHasShadow setIcon setIgnoreMouseEvents setKiosk setMaximumSize setMenu setMenuBarVisibility setMinimumSize setParentWindow setPosition setProgressBar setResizable setShape setSize setTitle setTitleBarOverlay setVisibleOnAllWorkspaces show showInactive unmaximize',
      ),
      properties: list(
        'accessibleTitle autoHideMenuBar contentView fullScreen fullScreenable id kiosk menuBarVisible resizable shadow simpleFullScreen title visibleOnAllWorkspaces',
      ),
      staticMethods: list('clearPersistedState fromId getAllWindows getFocusedWindow'),
    },
    BrowserView: {
      emitter: false,
      methods: list('getBounds setAutoResize setBackgroundColor setBounds'),
      properties: list('webContents'),
      staticMethods: list(''),
    },
    BrowserWindow: {
      emitter: true,
      methods: list(
        'addBrowserView blur blurWebView capturePage center close destroy flashFrame focus focusOnWebView getBackgroundColor getBounds getBrowserView getBrowserViews getChildWindows getContentBounds getContentSize getContentView getMaximumSize getMediaSourceId getMinimumSize getNativeWindowHandle getNormalBounds getOpacity getParentWindow getPosition getSize getTitle hasShadow hide isAlwaysOnTop isDestroyed isEnabled isFocused isFullScreen isFullScreenable isKiosk isMaximized isMenuBarAutoHide isMenuBarVisible isMinimized isModal isNormal isResizable isVisible isVisibleOnAllWorkspaces loadFile loadURL maximize minimize moveAbove moveTop reload removeBrowserView removeMenu restore setAlwaysOnTop setAspectRatio setAutoHideMenuBar setBackgroundColor setBounds setBrowserView setContentBounds setContentSize setContentView setEnabled setFullScreen setFullScreenable setHasShadow setIcon setIgnoreMouseEvents setKiosk setMaximumSize setMenu setMenuBarVisibility setMinimumSize setOpacity setParentWindow setPosition setProgressBar setResizable setShape setSize setTitle setTitleBarOverlay setTopBrowserView setVisibleOnAllWorkspaces show showInactive unmaximize',
      ),
      properties: list(
        'accessibleTitle autoHideMenuBar contentView fullScreen fullScreenable id kiosk menuBarVisible resizable shadow simpleFullScreen title visibleOnAllWorkspaces webContents',
      ),
      staticMethods: list(
        'clearPersistedState fromBrowserView fromId fromWebContents getAllWindows getFocusedWindow',
      ),
    },
    Clipboard: {
      emitter: false,
      methods: list('clear has read readText write writeText'),
      properties: list('selection'),
      staticMethods: list(''),
    },
    ClipboardItem: {
      emitter: false,
      methods: list('getType'),
      properties: list('types'),
      staticMethods: list(''),
    },
    CommandLine: {
      emitter: false,
      methods: list('appendArgument appendSwitch getSwitchValue hasSwitch removeSwitch'),
      properties: list(''),
      staticMethods: list(''),
    },
    ContentTracing: {
      emitter: false,
      methods: list('getCategories getTraceBufferUsage startRecording stopRecording'),
      properties: list(''),
      staticMethods: list(''),
    },
    CrashReporter: {
      emitter: false,
      methods: list(
        'addExtraParameter getLastCrashReport getParameters getUploadToServer getUploadedReports removeExtraParameter setUploadToServer start',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    DesktopCapturer: {
      emitter: false,
      methods: list('getSources'),
      properties: list(''),
      staticMethods: list(''),
    },
    Dialog: {
      emitter: false,
      methods: list(
        'showErrorBox showMessageBox showMessageBoxSync showOpenDialog showOpenDialogSync showSaveDialog showSaveDialogSync',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    GlobalShortcut: {
      emitter: false,
      methods: list(
        'isRegistered isSuspended register registerAll setSuspended unregister unregisterAll',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    ImageView: {
      emitter: true,
      methods: list(
        'addChildView getBounds getVisible removeChildView setBackgroundBlur setBackgroundColor setBorderRadius setBounds setImage setVisible',
      ),
      properties: list('children'),
      staticMethods: list(''),
    },
    InAppPurchase: {
      emitter: true,
      methods: list(
        'canMakePayments finishAllTransactions finishTransactionByDate getProducts getReceiptURL purchaseProduct restoreCompletedTransactions',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    IpcMain: {
      emitter: true,
      methods: list('handle handleOnce removeAllListeners removeHandler'),
      properties: list(''),
      staticMethods: list(''),
    },
    IpcMainServiceWorker: {
      emitter: true,
      methods: list('handle handleOnce removeAllListeners removeHandler'),
      properties: list(''),
      staticMethods: list(''),
    },
    Menu: {
      emitter: true,
      methods: list('append closePopup getMenuItemById insert popup'),
      properties: list('items'),
      staticMethods: list('buildFromTemplate getApplicationMenu setApplicationMenu'),
    },
    MenuItem: {
      emitter: false,
      methods: list(''),
      properties: list(
        'accelerator checked click commandId enabled icon id label menu registerAccelerator role sublabel submenu type visible',
      ),
      staticMethods: list(''),
    },
    MessageChannelMain: {
      emitter: false,
      methods: list(''),
      properties: list('port1 port2'),
      staticMethods: list(''),
    },
    NativeImage: {
      emitter: false,
      methods: list(
        'addRepresentation crop getAspectRatio getBitmap getScaleFactors getSize isEmpty isTemplateImage resize setTemplateImage toBitmap toDataURL toJPEG toPNG',
      ),
      properties: list(''),
      staticMethods: list(
        'createEmpty createFromBitmap createFromBuffer createFromDataURL createFromPath',
      ),
    },
    NativeTheme: {
      emitter: true,
      methods: list(''),
      properties: list('prefersReducedTransparency shouldUseDarkColors themeSource'),
      staticMethods: list(''),
    },
    Net: {
      emitter: false,
      methods: list('fetch isOnline request resolveHost'),
      properties: list('WebSocket online'),
      staticMethods: list(''),
    },
    NetLog: {
      emitter: false,
      methods: list('startLogging stopLogging'),
      properties: list('currentlyLogging'),
      staticMethods: list(''),
    },
    Notification: {
      emitter: true,
      methods: list('close show'),
      properties: list(
        'actions body closeButtonText hasReply replyPlaceholder silent sound subtitle timeoutType title urgency',
      ),
      staticMethods: list('isSupported'),
    },
    PowerMonitor: {
      emitter: true,
      methods: list('getSystemIdleState getSystemIdleTime isOnBatteryPower'),
      properties: list('onBatteryPower'),
      staticMethods: list(''),
    },
    PowerSaveBlocker: {
      emitter: false,
      methods: list('isStarted start stop'),
      properties: list(''),
      staticMethods: list(''),
    },
    Protocol: {
      emitter: false,
      methods: list(
        'getSource handle interceptBufferProtocol interceptFileProtocol interceptHttpProtocol interceptStreamProtocol interceptStringProtocol isProtocolHandled isProtocolIntercepted isProtocolRegistered registerBufferProtocol registerFileProtocol registerHttpProtocol registerSchemesAsPrivileged registerSource registerStreamProtocol registerStringProtocol unhandle uninterceptProtocol unregisterProtocol',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    PushNotifications: {
      emitter: true,
      methods: list(''),
      properties: list(''),
      staticMethods: list(''),
    },
    SafeStorage: {
      emitter: false,
      methods: list(
        'decryptString decryptStringAsync encryptString encryptStringAsync getSelectedStorageBackend isAsyncEncryptionAvailable isEncryptionAvailable setUsePlainTextEncryption',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    Screen: {
      emitter: true,
      methods: list(
        'dipToScreenPoint getAllDisplays getCursorScreenPoint getDisplayMatching getDisplayNearestPoint getPrimaryDisplay screenToDipPoint',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    Session: {
      emitter: true,
      methods: list(
        'addWordToSpellCheckerDictionary allowNTLMCredentialsForDomains clearAuthCache clearCache clearCodeCaches clearData clearHostResolverCache clearSharedDictionaryCache clearSharedDictionaryCacheForIsolationKey clearStorageData closeAllConnections createInterruptedDownload disableNetworkEmulation downloadURL enableNetworkEmulation fetch flushStorageData forceReloadProxyConfig getAllExtensions getBlobData getCacheSize getExtension getPreloadScripts getPreloads getSharedDictionaryInfo getSharedDictionaryUsageInfo getSpellCheckerLanguages getStoragePath getUserAgent isPersistent isSpellCheckerEnabled listWordsInSpellCheckerDictionary loadExtension preconnect registerLocalAIHandler registerPreloadScript removeExtension removeWordFromSpellCheckerDictionary resolveHost resolveProxy setBluetoothPairingHandler setCertificateVerifyProc setCodeCachePath setDevicePermissionHandler setDisplayMediaRequestHandler setDownloadPath setPermissionCheckHandler setPermissionRequestHandler setPreloads setProxy setSSLConfig setSpellCheckerDictionaryDownloadURL setSpellCheckerEnabled setSpellCheckerLanguages setUSBProtectedClassesHandler setUserAgent unregisterPreloadScript',
      ),
      properties: list(
        'availableSpellCheckerLanguages cookies extensions netLog protocol serviceWorkers spellCheckerEnabled storagePath webRequest',
      ),
      staticMethods: list('fromPartition fromPath'),
    },
    ShareMenu: {
      emitter: false,
      methods: list('closePopup popup'),
      properties: list(''),
      staticMethods: list(''),
    },
    SharedTexture: {
      emitter: false,
      methods: list('importSharedTexture sendSharedTexture setSharedTextureReceiver'),
      properties: list('subtle'),
      staticMethods: list(''),
    },
    Shell: {
      emitter: false,
      methods: list('beep openExternal openPath showItemInFolder trashItem'),
      properties: list(''),
      staticMethods: list(''),
    },
    SystemPreferences: {
      emitter: true,
      methods: list('getAccentColor getAnimationSettings'),
      properties: list(''),
      staticMethods: list(''),
    },
    TouchBar: {
      emitter: false,
      methods: list(''),
      properties: list('escapeItem'),
      staticMethods: list(''),
    },
    Tray: {
      emitter: true,
      methods: list('destroy isDestroyed setContextMenu setImage setToolTip'),
      properties: list(''),
      staticMethods: list(''),
    },
    UtilityProcess: {
      emitter: true,
      methods: list('kill postMessage'),
      properties: list('pid stderr stdout'),
      staticMethods: list('fork'),
    },
    View: {
      emitter: true,
      methods: list(
        'addChildView getBounds getVisible removeChildView setBackgroundBlur setBackgroundColor setBorderRadius setBounds setVisible',
      ),
      properties: list('children'),
      staticMethods: list(''),
    },
    WebContents: {
      emitter: true,
      methods: list(
        'addWorkSpace adjustSelection beginFrameSubscription canGoBack canGoForward canGoToOffset capturePage centerSelection clearHistory clone close closeDevTools copy copyImageAt copyVideoFrameAt cut delete disableDeviceEmulation downloadURL enableDeviceEmulation endFrameSubscription executeJavaScript executeJavaScriptInIsolatedWorld findInPage focus forcefullyCrashRenderer getAllSharedWorkers getBackgroundThrottling getDevToolsTitle getFrameRate getMediaSourceId getOSProcessId getOrCreateDevToolsTargetId getPrintersAsync getProcessId getTitle getType getURL getUserAgent getWebRTCIPHandlingPolicy getWebRTCUDPPortRange getZoomFactor getZoomLevel getZoomMode goBack goForward goToIndex goToOffset insertCSS insertText inspectElement inspectServiceWorker inspectSharedWorker inspectSharedWorkerById invalidate isAudioMuted isBeingCaptured isCaretBrowsingEnabled isCrashed isCurrentlyAudible isDestroyed isDevToolsFocused isDevToolsOpened isFocused isLoading isLoadingMainFrame isOffscreen isPainting isWaitingForResponse loadFile loadURL openDevTools paste pasteAndMatchStyle postMessage print printToPDF redo reload reloadIgnoringCache removeInsertedCSS removeWorkSpace replace replaceMisspelling savePage saveVideoFrameAs scrollToBottom scrollToTop selectAll send sendInputEvent sendToFrame setAudioMuted setBackgroundThrottling setCaretBrowsingEnabled setDevToolsTitle setDevToolsWebContents setFrameRate setIgnoreMenuShortcuts setImageAnimationPolicy setUserAgent setVisualZoomLevelLimits setWebRTCIPHandlingPolicy setWebRTCUDPPortRange setWindowOpenHandler setZoomFactor setZoomLevel setZoomMode startDrag startPainting stop stopFindInPage stopPainting takeHeapSnapshot toggleDevTools undo unselect',
      ),
      properties: list(
        'audioMuted backgroundThrottling caretBrowsingEnabled debugger devToolsWebContents focusedFrame frameRate hostWebContents id ipc mainFrame navigationHistory opener session userAgent zoomFactor zoomLevel zoomMode',
      ),
      staticMethods: list(
        'fromDevToolsTargetId fromFrame fromId getAllWebContents getFocusedWebContents',
      ),
    },
    WebContentsView: {
      emitter: true,
      methods: list(
        'addChildView getBounds getVisible removeChildView setBackgroundBlur setBackgroundColor setBorderRadius setBounds setVisible',
      ),
      properties: list('children webContents'),
      staticMethods: list(''),
    },
    WebFrameMain: {
      emitter: true,
      methods: list(
        'collectJavaScriptCallStack copyVideoFrameAt executeJavaScript isDestroyed postMessage printToPDF reload saveVideoFrameAs send',
      ),
      properties: list(
        'detached frameToken frameTreeNodeId frames framesInSubtree ipc name origin osProcessId parent processId routingId top url visibilityState',
      ),
      staticMethods: list('fromFrameToken fromId'),
    },
    WebRequest: {
      emitter: false,
      methods: list(
        'onBeforeRedirect onBeforeRequest onBeforeSendHeaders onCompleted onErrorOccurred onHeadersReceived onResponseStarted onSendHeaders',
      ),
      properties: list(''),
      staticMethods: list(''),
    },
    WebSocket: {
      emitter: false,
      methods: list('close send'),
      properties: list(
        'binaryType bufferedAmount extensions onclose onerror onmessage onopen protocol readyState url',
      ),
      staticMethods: list(''),
    },
  },
} as const satisfies Surface;
