import { apart, type Requirement } from './requirement.ts'

const noCalls =
  'There is no WebRTC: nobody speaks or films through the portal; the camera reads barcodes within the page.'

export const webrtc: Requirement[] = [
  apart('17.1.1', 2, 'The relay reaches public addresses alone', noCalls),
  apart('17.2.1', 2, 'The key of the media certificate is kept well', noCalls),
  apart('17.2.2', 2, 'Media use approved ciphers', noCalls),
  apart('17.2.3', 2, 'Media packets are proven', noCalls),
  apart('17.2.4', 2, 'Malformed media packets stop nothing', noCalls),
  apart('17.3.1', 2, 'A flood of signals stops nothing', noCalls),
  apart('17.3.2', 2, 'Malformed signals stop nothing', noCalls),
]
