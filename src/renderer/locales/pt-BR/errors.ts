import type { WordsLike } from '../../../shared/words-like.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: WordsLike<typeof english> = {
  'profile-not-found': 'Este perfil não existe mais.',
  'profile-invalid': 'Parte do que você digitou não pode ser usada.',
  'secrets-missing': 'Falta: {{names}}. Escolha “Editar perfil” e preencha.',
  'no-token': 'Ainda não há token. Obtenha um primeiro.',
  'no-report':
    'Não há relatório: nenhuma solicitação foi feita desde que o Token Desk foi aberto, ou uma renovação deu certo depois.',
  'vault-locked': 'Seus dados secretos não podem ser abertos agora, por isso nada pode ser mudado.',
  'vault-read-only':
    'Seus perfis foram salvos por uma versão mais nova do Token Desk, por isso esta não pode mudar nada.',
  'vault-in-use':
    'Outra cópia do Token Desk está usando estes perfis, por isso esta não pode mudar nada. Feche a outra. Depois feche esta e abra-a de novo.',
  'vault-changed':
    'Outra cópia do Token Desk mudou estes perfis, por isso esta não grava por cima. Feche o Token Desk e abra-o de novo.',
  'vault-missing':
    'A pasta com seus dados secretos não foi encontrada. Se ela fica em uma unidade externa ou na rede, conecte-a e tente de novo.',
  'vault-unreadable':
    'O arquivo com a chave dos seus dados secretos está danificado ou não pode ser lido agora. Por isso o Token Desk não grava por cima. Faça um backup em “Segurança” enquanto o Token Desk estiver aberto.',
  'lock-in-memory':
    'Seus dados secretos salvos já estão bloqueados. O que você acrescentou depois está só na memória e se perderia com o bloqueio. Para descartar isso, feche o Token Desk.',
  'wrong-passphrase': 'Esta não é a frase secreta. Tente de novo.',
  'no-passphrase': 'Crie antes uma frase secreta. Sem ela, nada poderia desbloquear o Token Desk.',
  'last-key': 'Isto fica como está, porque sem isto nada abriria seus dados secretos.',
  'key-store-unusable': {
    'no-key-store': 'O cofre de chaves deste computador não responde.',
    'weak-key-store':
      'O cofre de chaves deste computador não protege nada de verdade, por isso não é usado.',
    'key-store-late':
      'O cofre de chaves deste computador ainda não respondeu. Talvez ele esteja pedindo uma senha em outra janela.',
  },
  'not-saved': {
    'disk-full': 'O disco está cheio. Libere espaço e tente de novo.',
    'not-writable':
      'O Token Desk não tem permissão para gravar na própria pasta. Fale com o responsável por este computador.',
    'folder-missing':
      'A pasta do Token Desk não foi encontrada. Se ela fica em uma unidade externa ou na rede, conecte-a e tente de novo. Até lá, deixe o Token Desk aberto.',
    other: 'Não foi possível salvar. Tente de novo.',
  },
  'share-not-written': {
    'disk-full':
      'O arquivo não foi criado: o disco está cheio. Libere espaço ou escolha outro lugar.',
    'not-writable':
      'O arquivo não foi criado: o Token Desk não tem permissão para gravar ali. Escolha outro lugar.',
    'folder-missing': 'O arquivo não foi criado: a pasta não existe mais. Escolha outro lugar.',
    other:
      'O arquivo não foi criado: não foi possível gravá-lo. Tente de novo ou escolha outro lugar.',
  },
  'backup-unreadable': {
    'not-a-backup':
      'Este arquivo não é um backup do Token Desk, ou o começo dele está danificado. Nada foi mudado.',
    'wrong-passphrase':
      'Esta frase secreta não abre o backup. Tente de novo. Se você tem certeza de que ela está certa, o arquivo está danificado. Nada foi mudado.',
    damaged:
      'Este backup está danificado: falta uma parte, ou ela foi alterada. Nada foi mudado. Tente outra cópia dele.',
    'newer-format':
      'Este backup foi feito por uma versão mais nova do Token Desk. Instale essa versão para restaurar. Nada foi mudado.',
    'too-large': 'Este arquivo é grande demais para ser um backup do Token Desk. Nada foi mudado.',
    'not-readable': 'Este arquivo não pode ser lido. Nada foi mudado.',
  },
  'backup-not-written': {
    'disk-full':
      'O backup não foi feito: o disco está cheio. Libere espaço ou escolha outro lugar.',
    'not-writable':
      'O backup não foi feito: o Token Desk não tem permissão para gravar ali. Escolha outro lugar.',
    'folder-missing': 'O backup não foi feito: a pasta não existe mais. Escolha outro lugar.',
    'too-large': 'O backup não foi feito: seus perfis não cabem em um arquivo.',
    other:
      'O backup não foi feito: não foi possível gravar o arquivo. Tente de novo ou escolha outro lugar.',
  },
  'backup-closed': 'O backup não está mais aberto. Escolha o arquivo de novo.',
  'reading-stopped':
    'O Token Desk parou de ler, porque foi bloqueado ou tinha algo mais novo para ler. Tente de novo.',
  'too-complicated':
    'A leitura demorou demais, por isso nenhum perfil foi criado. Cole só o comando que pede um token ou escolha um arquivo menor.',
  'clipboard-unavailable': 'Não foi possível copiar para a área de transferência. Tente de novo.',
  'no-sign-in': 'Este login já terminou. Comece de novo.',
  'no-endpoint': 'O perfil não tem um endereço para isso.',
  'browser-unavailable': 'Não foi possível abrir um navegador. Abra um você mesmo e tente de novo.',
  'not-writable-so':
    'Este token não pode ser copiado nesta forma: é longo demais ou tem caracteres que ali significam outra coisa. Copie o cabeçalho.',
  'practice-server-failed': 'O servidor de prática não iniciou. Tente de novo.',
  'request-refused':
    'O Token Desk não aceitou esta solicitação. Feche o Token Desk e abra-o de novo.',
  internal:
    'Algo deu errado dentro do Token Desk. Se você relatar isso, informe este número: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'senha',
    refreshToken: 'refresh token',
  },
}
