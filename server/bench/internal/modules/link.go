package modules

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// forges says where modules stand whose path is not that of their repository.
var forges = []struct{ prefix, repository string }{
	{"golang.org/x/", "https://github.com/golang/"},
	{"google.golang.org/grpc", "https://github.com/grpc/grpc-go"},
	{"go.etcd.io/", "https://github.com/etcd-io/"},
	{"k8s.io/", "https://github.com/kubernetes/"},
	{"github.com/", "https://github.com/"},
}

var (
	majorSuffix   = regexp.MustCompile(`/v[0-9]+$`)
	pseudoVersion = regexp.MustCompile(`[-.][0-9]{14}-([0-9a-f]{12})$`)
)

// Link returns the address of a line of the module at its version, or "" where
// the forge cannot be told from the module's path. The file is relative to the
// module (for Std, to GOROOT/src) and slashed.
func (m Module) Link(file string, line int) string {
	if m.Path == Std {
		return fmt.Sprintf("https://github.com/golang/go/blob/%s/src/%s#L%d", m.Version, file, line)
	}
	repository, dir := m.repository()
	if repository == "" {
		return ""
	}
	at := strings.TrimSuffix(m.Version, "+incompatible")
	if commit := pseudoVersion.FindStringSubmatch(at); commit != nil {
		at = commit[1]
	} else {
		at = path.Join(dir, at)
	}
	return fmt.Sprintf("%s/blob/%s/%s#L%d", repository, at, path.Join(dir, file), line)
}

// repository returns the module's repository, and the folder in it. A major
// version is taken to be a branch of the repository, not a folder.
func (m Module) repository() (repository, dir string) {
	for _, f := range forges {
		rest, ok := strings.CutPrefix(majorSuffix.ReplaceAllString(m.Path, ""), f.prefix)
		if !ok {
			continue
		}
		// A prefix that ends in a slash lacks the repository's name; that of
		// github.com lacks its owner, too.
		missing := 0
		if strings.HasSuffix(f.prefix, "/") {
			missing = 1
		}
		if f.prefix == "github.com/" {
			missing = 2
		}
		parts := strings.Split(strings.TrimPrefix(rest, "/"), "/")
		if len(parts) < missing {
			return "", ""
		}
		return f.repository + strings.Join(parts[:missing], "/"), path.Join(parts[missing:]...)
	}
	return "", ""
}
