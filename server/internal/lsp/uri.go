package lsp

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"go.lsp.dev/uri"
)

// keyOf returns the one key of a document, however its URI is spelled: the
// cleaned path for a file, the URI itself for anything else. It accepts any
// text.
func keyOf(text string) string {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.EqualFold(scheme, "file") {
		return text
	}
	host, path, _ := strings.Cut(rest, "/")
	path, err := url.PathUnescape("/" + path)
	if err != nil {
		return text
	}
	if host, err = url.PathUnescape(host); err != nil {
		return text
	}
	if runtime.GOOS == "windows" {
		if host != "" && !strings.EqualFold(host, "localhost") {
			return filepath.Clean(`\\` + host + filepath.FromSlash(path))
		}
		path = strings.TrimPrefix(path, "/")
		if len(path) >= 2 && path[1] == ':' {
			path = strings.ToUpper(path[:1]) + path[1:]
		}
	}
	path = filepath.Clean(filepath.FromSlash(path))
	if !filepath.IsAbs(path) {
		return text
	}
	return path
}

// uriOf returns the URI of a file, or the key itself when it is one already.
func uriOf(key string) uri.URI {
	if filepath.IsAbs(key) {
		return uri.File(key)
	}
	return uri.URI(key)
}
