import type { Texts } from '../languages.ts'

/** How an owner asks for a change. */
export const askingTexts = {
  askHint: {
    zh: '提交以后由客户经理核对，通过后档案才会变。',
    en: 'Your account manager checks it; the record changes once it is approved.',
  },
  isOpen: {
    zh: '这一项已经在等待处理，撤回以后可以重新申请。',
    en: 'One of these is already waiting. Withdraw it to ask anew.',
  },
  picture: { zh: '证照图片', en: 'Picture of the licence' },
  choosePicture: { zh: '拍照或选文件', en: 'Take a picture or choose a file' },
  pictureHint: {
    zh: '拍一张，或者选 JPEG、PNG、PDF，10 MB 以内。',
    en: 'Take a picture, or choose a JPEG, PNG or PDF of at most 10 MB.',
  },
  pictureUnfit: {
    zh: '只能是 10 MB 以内的 JPEG、PNG 或 PDF，请换一张。',
    en: 'It has to be a JPEG, PNG or PDF of at most 10 MB. Choose another.',
  },
  pictureLost: {
    zh: '找回了您填到一半的内容，图片请再选一次。',
    en: 'What you had typed is back; please choose the picture again.',
  },
  uploading: { zh: '正在上传图片', en: 'Sending the picture' },
  uploadFailed: {
    zh: '图片没有传上去，内容还在，请重试。',
    en: 'The picture could not be sent. What you typed is kept; try again.',
  },
  send: { zh: '提交申请', en: 'Send the request' },
  sending: { zh: '正在提交……', en: 'Sending…' },
} as const satisfies Texts
