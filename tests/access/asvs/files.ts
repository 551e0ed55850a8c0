import { held, open, type Requirement, stated } from './requirement.ts'

export const files: Requirement[] = [
  stated('5.1.1', 2, 'It is written which files are taken and how large', 'Files'),
  held(
    '5.2.1',
    1,
    'Files are no larger than can be worked on',
    'platform/sheets.test.ts',
    'more rows or columns than allowed are refused',
  ),
  held('5.2.2', 1, 'A file is what its content says', 'requests/requests.test.ts', 'is taken by its content'),
  held(
    '5.2.3',
    2,
    'What unpacks to too much is refused',
    'platform/sheets.test.ts',
    'a file that unpacks without end is refused',
  ),
  held(
    '5.3.1',
    1,
    'Uploaded files are never run',
    'infra/local-files.test.ts',
    'an uploaded file comes back as an attachment',
  ),
  held(
    '5.3.2',
    1,
    'Paths are ours, not what people name',
    'catalogue/pictures.test.ts',
    'nothing else is served as %s',
  ),
  held(
    '5.4.1',
    2,
    'A download says its name, which is ours',
    'platform/bucket-addresses.test.ts',
    'a file is only saved, under a name of ours',
  ),
  held(
    '5.4.2',
    2,
    'Names of files are encoded in headers',
    'platform/bucket-addresses.test.ts',
    'a file is only saved, under a name of ours',
  ),
  open(
    '5.4.3',
    2,
    'Files of strangers are searched for viruses',
    'Licences that shops send as PDF reach staff unsearched; pictures are drawn anew and imports are never served.',
  ),
]
