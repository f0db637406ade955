-- nvim --headless --clean -u both.lua FILE: attaches Interleave and gopls to one buffer, and prints as JSON lines what
-- each of them says there: diagnostics, hover, code actions. INTERLEAVE and GOPLS are the two programs, ROOT the folder.
local servers = { interleave = { vim.env.INTERLEAVE, 'lsp' }, gopls = { vim.env.GOPLS } }
local patience = 120000

local function say(line)
  io.stdout:write(vim.fn.json_encode(line) .. '\n')
end

local function attach(name, command)
  local id = vim.lsp.start_client({
    name = name,
    cmd = command,
    root_dir = vim.env.ROOT,
    workspace_folders = { { uri = vim.uri_from_fname(vim.env.ROOT), name = 'workspace' } },
  })
  vim.lsp.buf_attach_client(0, id)
  return id
end

local function diagnostics(id)
  local namespace = vim.lsp.diagnostic.get_namespace(id)
  return vim.diagnostic.get(0, { namespace = namespace })
end

local function ask(id, method, params)
  local answer = vim.lsp.get_client_by_id(id).request_sync(method, params, patience, 0)
  return answer and answer.result
end

local function main()
  vim.bo.filetype = 'go'
  local clients = {}
  for name, command in pairs(servers) do
    clients[name] = attach(name, command)
  end
  local all = vim.wait(patience, function()
    return #diagnostics(clients.interleave) > 0 and #diagnostics(clients.gopls) > 0
  end, 20)
  for name, id in pairs(clients) do
    local first
    for _, d in ipairs(diagnostics(id)) do
      local raw = (d.user_data or {}).lsp or {}
      first = first or { d = d, raw = raw }
      say({
        server = name,
        kind = 'diagnostic',
        line = d.lnum + 1,
        text = d.message,
        source = d.source,
        code = raw.code,
        href = (raw.codeDescription or {}).href,
        related = #(raw.relatedInformation or {}),
      })
    end
    if first then
      local document = vim.lsp.util.make_text_document_params(0)
      local start = { line = first.d.lnum, character = first.d.col }
      -- gopls has nothing to say about a format string; it has about the function before it.
      local printf = vim.api.nvim_buf_get_lines(0, first.d.lnum, first.d.lnum + 1, true)[1]:find('Printf')
      local place = name == 'gopls' and { line = first.d.lnum, character = printf - 1 } or start
      local hover = ask(id, 'textDocument/hover', { textDocument = document, position = place })
      say({ server = name, kind = 'hover', text = hover and hover.contents and hover.contents.value })
      local actions = ask(id, 'textDocument/codeAction', {
        textDocument = document,
        range = { start = start, ['end'] = start },
        context = { diagnostics = { first.raw } },
      })
      for _, action in ipairs(actions or {}) do
        local command = type(action.command) == 'table' and action.command.command or action.command
        say({ server = name, kind = 'action', text = action.title, code = command })
      end
    end
  end
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  local ended = vim.wait(patience, function()
    return #vim.lsp.get_active_clients() == 0
  end, 20)
  return all and ended
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    local ok, result = pcall(main)
    if not ok then
      io.stderr:write(tostring(result) .. '\n')
    end
    vim.cmd(ok and result and 'qa!' or 'cq!')
  end,
})
