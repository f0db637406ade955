package explore

import (
	"go/token"
	"go/types"

	"interleave/analyzers/internal/syncmodel"
)

// readLocker stands for the type of what RWMutex.RLocker returns, which sync keeps to
// itself: its value is the pointer to the lock.
var readLocker = func() types.Type {
	t := types.NewNamed(types.NewTypeName(token.NoPos, nil, "rlocker", nil), types.NewStruct(nil, nil), nil)
	for name := range readLockerOps {
		recv := types.NewVar(token.NoPos, nil, "", t)
		t.AddMethod(types.NewFunc(token.NoPos, nil, name, types.NewSignatureType(recv, nil, nil, nil, nil, false)))
	}
	return t
}()

// readLockerOps says what its methods do to the lock.
var readLockerOps = map[string]syncmodel.Op{"Lock": syncmodel.RLock, "Unlock": syncmodel.RUnlock}

// newReadLocker returns what RLocker of a lock returns; nil where the lock is not known.
func newReadLocker(lock value) value {
	if p, ok := lock.(pointer); ok {
		return iface{readLocker, p}
	}
	return nil
}
