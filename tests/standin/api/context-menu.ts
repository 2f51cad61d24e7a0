import type { ContextMenuNotice } from '../renderer/messages.ts';
import type { WebFrameMain } from './web-frame.ts';

/** What `context-menu` tells of the place where a menu is wanted. */
export function contextMenuParams(
  notice: ContextMenuNotice,
  frame: WebFrameMain,
  toApp: (url: string) => string,
) {
  const { kind: _kind, byKeyboard, charset, spellcheck, hasText, ...told } = notice;
  const { isEditable, mediaType } = told;
  const hasSelection = told.selectionText !== '';
  const frameURL = frame.parent === null ? '' : frame.url;
  return {
    ...told,
    linkURL: toApp(told.linkURL),
    srcURL: toApp(told.srcURL),
    frame,
    frameURL,
    pageURL: frame.top.url,
    hasImageContents: mediaType === 'image',
    suggestedFilename: mediaType === 'none' ? '' : (told.srcURL.split('/').at(-1) ?? ''),
    referrerPolicy: { url: frame.url, policy: 'strict-origin-when-cross-origin' as const },
    misspelledWord: '',
    dictionarySuggestions: [] as string[],
    frameCharset: charset,
    spellcheckEnabled: spellcheck,
    menuSourceType: byKeyboard ? ('keyboard' as const) : ('mouse' as const),
    mediaFlags: {
      inError: false,
      isPaused: false,
      isMuted: false,
      hasAudio: false,
      isLooping: false,
      isControlsVisible: false,
      canToggleControls: false,
      canPrint: false,
      canSave: false,
      canShowPictureInPicture: false,
      isShowingPictureInPicture: false,
      canRotate: false,
      canLoop: false,
    },
    editFlags: {
      canUndo: isEditable,
      canRedo: isEditable,
      canCut: isEditable && hasSelection,
      canCopy: hasSelection,
      canPaste: isEditable,
      canDelete: isEditable && hasSelection,
      canSelectAll: hasText,
      canEditRichly: false,
    },
  };
}
