/** Applications in PHP: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { printed, type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

const phpApp = (recipe: string): string => `<?php
${recipe}
if (($_SERVER['HTTP_AUTHORIZATION'] ?? '') !== '${SIGN_IN}') {
    http_response_code(401);
    exit;
}
if ($_SERVER['REQUEST_URI'] === '/fail') {
    throw new RuntimeException('broken');
}
header('Content-Type: application/json');
echo '{"ok":true}';
`;

export const phpVersion = (): string | null => printed('php', '-r', 'echo "PHP ", PHP_VERSION;');

export const PHP_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'php',
    version: phpVersion,
    command: ({ recipe, port, directory }) => ['php', '-S', `127.0.0.1:${port}`, writeIn(directory, 'app.php', phpApp(recipe ?? ''))],
  },
];
