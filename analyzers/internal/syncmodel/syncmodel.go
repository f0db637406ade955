// Package syncmodel says what the functions of sync, sync/atomic, context,
// time, errgroup and testing do to goroutines and shared state, so that no
// facts about the standard library are needed.
//
// It classifies; it does not interpret. What an Op means in a schedule is
// explore's business, what it means in a summary is effects'.
package syncmodel

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An Op is what a call does, in the words of the Go memory model.
type Op uint8

// The operations. Those of an RWMutex share the constants of a Mutex where
// they exclude everybody.
const (
	None Op = iota

	Lock
	Unlock
	RLock
	RUnlock
	TryLock
	TryRLock
	RLocker

	WaitGroupAdd
	WaitGroupDone
	WaitGroupWait
	WaitGroupGo

	OnceDo
	OnceFunc
	OnceValue

	CondWait
	CondSignal
	CondBroadcast
	NewCond

	AtomicLoad
	AtomicStore
	AtomicAdd
	AtomicSwap
	AtomicCompareAndSwap
	AtomicAndOr

	MapOp // a method of sync.Map: synchronised, its content unknown
	PoolGet
	PoolPut

	GroupGo // errgroup.Group
	GroupTryGo
	GroupWait
	GroupSetLimit
	GroupWithContext

	ContextBackground
	ContextWithCancel
	ContextWithTimeout
	ContextWithoutCancel
	ContextWithValue
	ContextDone
	ContextErr
	ContextAfterFunc

	Sleep
	TimeAfter
	TimeTick
	NewTimer
	NewTicker
	TimerStop
	TimerReset
	TimeAfterFunc

	Compare  // orders two values: negative, zero or positive
	NewError // makes an error, which is not nil, around those that it is given
	IsError  // errors.Is

	// IO is a call that another goroutine or process may notice through a file,
	// pipe or connection, and that orders the two.
	IO

	Yield  // runtime.Gosched
	Goexit // ends the calling goroutine
	Exit   // ends the process

	HTTPHandle // registers a handler
	HTTPServe  // calls handlers, each request in a goroutine of its own

	TestRun
	TestParallel
	TestFatal // the test has failed, or is skipped: what follows is no evidence
	TestCleanup
	TestContext
	SynctestRun
	SynctestWait
)

var ops = map[string]Op{
	"(*sync.Mutex).Lock": Lock, "(*sync.RWMutex).Lock": Lock,
	"(*sync.Mutex).Unlock": Unlock, "(*sync.RWMutex).Unlock": Unlock,
	"(sync.Locker).Lock": Lock, "(sync.Locker).Unlock": Unlock,
	"(*sync.RWMutex).RLock": RLock, "(*sync.RWMutex).RUnlock": RUnlock,
	"(*sync.Mutex).TryLock": TryLock, "(*sync.RWMutex).TryLock": TryLock,
	"(*sync.RWMutex).TryRLock": TryRLock, "(*sync.RWMutex).RLocker": RLocker,

	"(*sync.WaitGroup).Add": WaitGroupAdd, "(*sync.WaitGroup).Done": WaitGroupDone,
	"(*sync.WaitGroup).Wait": WaitGroupWait, "(*sync.WaitGroup).Go": WaitGroupGo,

	"(*sync.Once).Do": OnceDo, "sync.OnceFunc": OnceFunc, "sync.OnceValue": OnceValue, "sync.OnceValues": OnceValue,

	"(*sync.Cond).Wait": CondWait, "(*sync.Cond).Signal": CondSignal, "(*sync.Cond).Broadcast": CondBroadcast,
	"sync.NewCond": NewCond,

	"(*sync.Pool).Get": PoolGet, "(*sync.Pool).Put": PoolPut,

	"(*golang.org/x/sync/errgroup.Group).Go": GroupGo, "(*golang.org/x/sync/errgroup.Group).TryGo": GroupTryGo,
	"(*golang.org/x/sync/errgroup.Group).Wait": GroupWait, "(*golang.org/x/sync/errgroup.Group).SetLimit": GroupSetLimit,
	"golang.org/x/sync/errgroup.WithContext": GroupWithContext,

	"context.Background": ContextBackground, "context.TODO": ContextBackground,
	"context.WithCancel": ContextWithCancel, "context.WithCancelCause": ContextWithCancel,
	"context.WithTimeout": ContextWithTimeout, "context.WithDeadline": ContextWithTimeout,
	"context.WithTimeoutCause": ContextWithTimeout, "context.WithDeadlineCause": ContextWithTimeout,
	"context.WithoutCancel": ContextWithoutCancel, "context.WithValue": ContextWithValue,
	"(context.Context).Done": ContextDone, "(context.Context).Err": ContextErr, "context.Cause": ContextErr,
	"context.AfterFunc": ContextAfterFunc,

	"time.Sleep": Sleep, "time.After": TimeAfter, "time.Tick": TimeTick,
	"time.NewTimer": NewTimer, "time.NewTicker": NewTicker, "time.AfterFunc": TimeAfterFunc,
	"(*time.Timer).Stop": TimerStop, "(*time.Ticker).Stop": TimerStop,
	"(*time.Timer).Reset": TimerReset, "(*time.Ticker).Reset": TimerReset,

	"strings.Compare": Compare, "cmp.Compare": Compare,

	"errors.New": NewError, "fmt.Errorf": NewError, "errors.Join": NewError, "errors.Is": IsError,

	"runtime.Gosched": Yield, "runtime.Goexit": Goexit,
	"os.Exit": Exit, "log.Fatal": Exit, "log.Fatalf": Exit, "log.Fatalln": Exit,
	"(*log.Logger).Fatal": Exit, "(*log.Logger).Fatalf": Exit, "(*log.Logger).Fatalln": Exit,

	"net/http.HandleFunc": HTTPHandle, "(*net/http.ServeMux).HandleFunc": HTTPHandle, "net/http.Handle": HTTPHandle, "(*net/http.ServeMux).Handle": HTTPHandle,
	"net/http.ListenAndServe": HTTPServe, "net/http.ListenAndServeTLS": HTTPServe, "net/http.Serve": HTTPServe, "net/http.ServeTLS": HTTPServe,
	"(*net/http.Server).ListenAndServe": HTTPServe, "(*net/http.Server).ListenAndServeTLS": HTTPServe, "(*net/http.Server).Serve": HTTPServe,

	"(*testing.T).Run": TestRun, "(*testing.B).Run": TestRun, "(*testing.T).Parallel": TestParallel,
	"(*testing.common).Fatal": TestFatal, "(*testing.common).Fatalf": TestFatal, "(*testing.common).FailNow": TestFatal,
	"(*testing.common).Skip": TestFatal, "(*testing.common).Skipf": TestFatal, "(*testing.common).SkipNow": TestFatal,
	"(*testing.common).Error": TestFatal, "(*testing.common).Errorf": TestFatal, "(*testing.common).Fail": TestFatal,
	"(testing.TB).Error": TestFatal, "(testing.TB).Errorf": TestFatal, "(testing.TB).Fail": TestFatal,
	"(testing.TB).Fatal": TestFatal, "(testing.TB).Fatalf": TestFatal, "(testing.TB).FailNow": TestFatal,
	"(testing.TB).Skip": TestFatal, "(testing.TB).Skipf": TestFatal, "(testing.TB).SkipNow": TestFatal,
	"(*testing.common).Cleanup": TestCleanup, "(testing.TB).Cleanup": TestCleanup,
	"(*testing.common).Context": TestContext, "(testing.TB).Context": TestContext,
	"testing/synctest.Test": SynctestRun, "testing/synctest.Wait": SynctestWait,
}

// Of classifies a called function; None for all that it does not know, and for nil.
func Of(fn *types.Func) Op {
	if fn == nil || fn.Pkg() == nil {
		return None
	}
	path := fn.Pkg().Path()
	switch path {
	case "sync", "sync/atomic", "context", "time", "runtime", "log", "errors", "fmt", "strings", "cmp", "testing", "testing/synctest", "golang.org/x/sync/errgroup", "net/http":
	case "os":
		if op, known := ops[fn.FullName()]; known {
			return op
		}
		return ioOp(fn)
	case "io", "net", "os/exec", "syscall", "bufio":
		return ioOp(fn)
	default:
		return None
	}
	if path == "sync/atomic" {
		return atomicOp(fn.Name())
	}
	name := fn.Origin().FullName()
	if strings.HasPrefix(name, "(*sync.Map).") {
		return MapOp
	}
	return ops[name]
}

// IsAtomic reports whether an operation is one of sync/atomic.
func IsAtomic(op Op) bool { return op >= AtomicLoad && op <= AtomicAndOr }

// OfCall classifies what a call names: a function, a method, or a method of an
// interface. The functions that SSA makes around a method, for method values and
// promoted methods, bear its name but take other arguments; for them it returns None.
func OfCall(c *ssa.CallCommon) Op { return Of(Callee(c)) }

// Callee returns the function or method whose arguments are those of the call, in
// the source's words; nil where the call does not name one.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := c.StaticCallee()
	if fn != nil && fn.Origin() != nil {
		fn = fn.Origin()
	}
	if fn == nil || fn.Synthetic != "" && len(fn.Blocks) > 0 {
		return nil
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// CalleeName names what a call calls: the function or method, or the value that holds one.
func CalleeName(c *ssa.CallCommon) string {
	if fn := Callee(c); fn != nil {
		return fn.Name()
	}
	return c.Value.Name()
}

// ioOp classifies the methods through which bytes travel, and what ends them.
func ioOp(fn *types.Func) Op {
	if fn.Signature().Recv() == nil {
		return None
	}
	for _, verb := range []string{"Read", "Write", "Close", "Accept", "Wait", "Flush", "Sync"} {
		if strings.HasPrefix(fn.Name(), verb) {
			return IO
		}
	}
	return None
}

// atomicOp classifies both the functions (AddInt64) and the methods (Add) of sync/atomic.
func atomicOp(name string) Op {
	for _, o := range []struct {
		prefix string
		op     Op
	}{
		{"Load", AtomicLoad}, {"Store", AtomicStore}, {"Add", AtomicAdd}, {"Swap", AtomicSwap},
		{"CompareAndSwap", AtomicCompareAndSwap}, {"And", AtomicAndOr}, {"Or", AtomicAndOr},
	} {
		if strings.HasPrefix(name, o.prefix) {
			return o.op
		}
	}
	return None
}

// A Kind is a type that goroutines synchronise with.
type Kind uint8

// The kinds of synchronisation types; Plain is every other type.
const (
	Plain Kind = iota
	Mutex
	RWMutex
	WaitGroup
	Once
	Cond
	Atomic
	SyncMap
	Pool
	ErrGroup
	Timer
)

// KindOf returns the kind of a type, looking through aliases but not through pointers.
func KindOf(t types.Type) Kind {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return Plain
	}
	name := named.Obj().Name()
	switch named.Obj().Pkg().Path() {
	case "sync":
		switch name {
		case "Mutex":
			return Mutex
		case "RWMutex":
			return RWMutex
		case "WaitGroup":
			return WaitGroup
		case "Once":
			return Once
		case "Cond":
			return Cond
		case "Map":
			return SyncMap
		case "Pool":
			return Pool
		}
	case "sync/atomic":
		return Atomic
	case "golang.org/x/sync/errgroup":
		if name == "Group" {
			return ErrGroup
		}
	case "time":
		if name == "Timer" || name == "Ticker" {
			return Timer
		}
	}
	return Plain
}

// IsLock reports whether t is sync.Mutex or sync.RWMutex.
func IsLock(t types.Type) bool {
	k := KindOf(t)
	return k == Mutex || k == RWMutex
}

// IsContext reports whether t is context.Context.
func IsContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

// IsPlain reports whether t is a type of the standard library whose methods must
// not run at the same time: its documentation says so, or promises nothing.
func IsPlain(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	return plainTypes[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
}

var plainTypes = map[string]bool{
	"container/list.List": true, "container/ring.Ring": true, "strings.Builder": true, "bytes.Buffer": true,
	"math/rand.Rand": true, "math/rand/v2.Rand": true, "math/rand/v2.PCG": true, "math/big.Int": true,
	"bufio.Writer": true, "bufio.Reader": true, "bufio.Scanner": true,
	"encoding/json.Encoder": true, "encoding/json.Decoder": true, "encoding/csv.Writer": true, "encoding/csv.Reader": true,
	"text/tabwriter.Writer": true,
}

// OnlyReads reports whether a method of such a type leaves it as it is.
func OnlyReads(method *types.Func) bool {
	switch method.Name() {
	case "Len", "Cap", "Front", "Back", "Next", "Prev", "String", "Bytes", "Available", "Buffered", "Size", "Err", "Text", "Cmp", "Sign", "Int64", "Uint64":
		return method.Pkg().Path() != "math/rand" && method.Pkg().Path() != "math/rand/v2"
	}
	return false
}

// Elements says whether a function of the library reads or changes the elements of
// the slices and maps that it is given, before it returns.
func Elements(fn *types.Func) (reads, writes bool) {
	if fn == nil || fn.Pkg() == nil {
		return false, false
	}
	name := fn.Name()
	switch fn.Pkg().Path() {
	case "io", "os", "net", "bufio", "crypto/rand", "math/rand":
		return strings.HasPrefix(name, "Write"), strings.HasPrefix(name, "Read")
	case "sort":
		return true, !strings.HasPrefix(name, "Search") && !strings.HasSuffix(name, "AreSorted") && !strings.HasSuffix(name, "IsSorted")
	case "slices":
		return true, strings.HasPrefix(name, "Sort") || name == "Reverse"
	case "fmt":
		return strings.Contains(name, "rint") || name == "Errorf" || strings.HasPrefix(name, "Append"), false
	case "strings", "bytes":
		return fn.Signature().Recv() == nil, false
	case "log":
		return strings.HasPrefix(name, "Print") || strings.HasPrefix(name, "Fatal") || strings.HasPrefix(name, "Panic"), false
	}
	return false, false
}

// ClosedBy returns the channel that a call closes, or nil.
func ClosedBy(c *ssa.CallCommon) ssa.Value {
	if b, ok := c.Value.(*ssa.Builtin); ok && b.Name() == "close" {
		return c.Args[0]
	}
	return nil
}

// Fills reports whether a function of the library stores what it reads where the pointers lead
// that it is given.
func Fills(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt":
		return strings.Contains(fn.Name(), "can")
	case "encoding/json", "encoding/xml", "encoding/gob":
		return strings.HasPrefix(fn.Name(), "Unmarshal") || strings.HasPrefix(fn.Name(), "Decode")
	case "encoding/binary":
		return fn.Name() == "Read" || fn.Name() == "Decode"
	}
	return false
}

// IsHandler reports whether a function has the parameters of an HTTP handler.
func IsHandler(sig *types.Signature) bool {
	return sig.Params().Len() == 2 && sig.Results().Len() == 0 &&
		types.TypeString(sig.Params().At(0).Type(), nil) == "net/http.ResponseWriter" &&
		types.TypeString(sig.Params().At(1).Type(), nil) == "*net/http.Request"
}

// IsBrief reports whether a function of the standard library is known to return at
// once: it computes, prints, or answers a request.
func IsBrief(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "net/http":
		switch fn.Name() {
		case "Error", "Header", "Set", "Get", "Add", "Del", "WriteHeader", "Write", "NotFound", "Redirect", "Context", "FormValue", "PathValue", "SetCookie", "StatusText":
			return true
		}
	case "fmt":
		return !strings.Contains(fn.Name(), "can")
	case "time", "testing":
		op := Of(fn)
		return op == None && fn.Name() != "Run" || op == TestFatal
	case "context":
		return true
	case "sync/atomic":
		return Of(fn) != AtomicLoad && Of(fn) != AtomicCompareAndSwap // somebody may wait by asking
	case "strings", "strconv", "errors", "log", "log/slog", "bytes", "sort", "slices", "maps", "math", "unicode", "utf8", "encoding/json", "math/rand", "math/rand/v2":
		return true
	case "sync":
		op := Of(fn)
		return op == WaitGroupAdd || op == WaitGroupDone || op == WaitGroupGo || op == Unlock || op == RUnlock
	case "io":
		return fn.Name() == "WriteString"
	}
	return false
}

// HasPrimitive reports whether a struct has a lock, atomic or the like of its own.
func HasPrimitive(s *types.Struct) bool {
	for f := range s.Fields() {
		if KindOf(f.Type()) != Plain {
			return true
		}
	}
	return false
}
