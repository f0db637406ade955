package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// A census counts all that a package does with the channels that one field holds. Nobody else
// can do anything with a field that is not exported and whose channels stay inside.
type census struct {
	field    *types.Var
	made     bool
	hasRoom  bool // some channel of it is made with room
	sends    int  // also in a select
	receives int  // likewise
	closes   bool
	inside   bool      // nobody else gets hold of such a channel
	send     *ssa.Send // one that waits, or nil
	receive  *ssa.UnOp // likewise
	needsEnd *ssa.UnOp // the range of a function whose answer waits for its end, or nil
}

// saysForEver matches the names of channels that are there to wait for ever.
var saysForEver = regexp.MustCompile(`(?i)never|forever|block|hang|stall`)

// oneSided reports channels of fields on which the package only sends, or only receives, and channels that it never makes.
func oneSided(pass *analysis.Pass, fns []*ssa.Function, found []finding.Finding) (list []finding.Finding) {
	report := func(rule rules.Name, pos token.Pos, message string) {
		f := finding.New(pass.Files, rule, rules.Likely, pos, message)
		if !stands(found, f) {
			list = append(list, f)
		}
	}
	for _, c := range takeCensus(pass, fns) {
		send, receive, name := c.send, c.receive, c.field.Name()
		switch {
		case !c.inside:
		case !c.made && send != nil:
			report("nil-channel", send.Pos(), fmt.Sprintf("deadlock: this send waits for ever: %s is nil, the package never gives it a channel", name))
		case !c.made && receive != nil:
			report("nil-channel", receive.Pos(), fmt.Sprintf("deadlock: this receive waits for ever: %s is nil, the package never gives it a channel", name))
		case send != nil && c.receives == 0 && !c.hasRoom:
			report("send-without-receiver", send.Pos(), fmt.Sprintf("deadlock: this send waits for ever: nothing in the package receives from %s, and nobody else can", name))
		case c.needsEnd != nil && c.sends > 0 && !c.closes:
			report("range-never-closed", c.needsEnd.Pos(), fmt.Sprintf("deadlock: this range waits for ever for the end of %s, which nothing in the package closes, and nobody else can; what comes after the loop never does", name))
		case receive != nil && c.sends == 0 && !c.closes:
			report("receive-without-sender", receive.Pos(), fmt.Sprintf("deadlock: this receive waits for ever: nothing in the package sends to %s or closes it, and nobody else can", name))
		}
	}
	return list
}

// stands reports whether something is reported at the place of a finding already.
func stands(found []finding.Finding, f finding.Finding) bool {
	return slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Pos == f.Pos })
}

// takeCensus looks at all uses of the fields of a package's structs that hold channels.
func takeCensus(pass *analysis.Pass, fns []*ssa.Function) (list []*census) {
	byField := make(map[*types.Var]*census)
	made := make(map[*types.Var]bool) // fields of structs that the package makes
	of := func(field *types.Var) *census {
		if _, isChannel := field.Type().Underlying().(*types.Chan); !isChannel || field.Exported() || field.Pkg() != pass.Pkg || diagnosis.InTest(pass, field.Pos()) || saysForEver.MatchString(field.Name()) {
			return nil
		}
		if byField[field] == nil {
			byField[field] = &census{field: field, inside: true}
			list = append(list, byField[field])
		}
		return byField[field]
	}
	for _, fn := range fns {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Alloc:
				markFields(instr.Type().Underlying().(*types.Pointer).Elem(), made)
			case *ssa.FieldAddr:
				if c := of(effects.FieldOf(instr)); c != nil {
					c.address(instr)
				}
			case *ssa.Field:
				if s, ok := instr.X.Type().Underlying().(*types.Struct); ok {
					if c := of(s.Field(instr.Field).Origin()); c != nil {
						c.value(instr)
					}
				}
			}
		}
	}
	// A struct that nobody makes is a sketch, or for others to make.
	list = slices.DeleteFunc(list, func(c *census) bool { return !made[c.field] })
	if len(list) == 0 {
		return nil
	}
	for _, name := range pass.IgnoredFiles { // of other builds: they may do more
		text, err := pass.ReadFile(name)
		list = slices.DeleteFunc(list, func(c *census) bool { return err != nil || strings.Contains(string(text), c.field.Name()) })
	}
	return list
}

// markFields marks the fields of a struct, and of those inside it.
func markFields(t types.Type, marked map[*types.Var]bool) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for field := range s.Fields() {
		if !marked[field.Origin()] {
			marked[field.Origin()] = true
			markFields(field.Type(), marked)
		}
	}
}

// address counts what is done with the place of a channel.
func (c *census) address(at *ssa.FieldAddr) {
	for _, ref := range flow.Referrers(at) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp:
			c.value(ref)
		case *ssa.Store:
			c.stored(ref.Val)
		default:
			c.inside = false
		}
	}
}

// stored counts what a field is given.
func (c *census) stored(v ssa.Value) {
	if changed, ok := v.(*ssa.ChangeType); ok {
		v = changed.X
	}
	made, ok := v.(*ssa.MakeChan)
	if !ok || len(flow.Referrers(made)) != 1 {
		c.inside = false // it comes from elsewhere, or is somewhere else too
		return
	}
	c.made = true
	c.hasRoom = c.hasRoom || !isZero(made.Size)
}

// value counts what is done with a channel.
func (c *census) value(ch ssa.Value) {
	for _, ref := range flow.Referrers(ch) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Send:
			if ref.Chan != ch {
				c.inside = false // it is sent itself
				continue
			}
			c.sends++
			c.send = ref
		case *ssa.UnOp:
			c.receives++
			c.receive = ref
			if endsByCloseOnly(ref) {
				c.needsEnd = ref
			}
		case *ssa.Select:
			for _, state := range ref.States {
				switch {
				case state.Send == ch:
					c.inside = false
				case state.Chan != ch:
				case state.Dir == types.SendOnly:
					c.sends++
				default:
					c.receives++
				}
			}
		case ssa.CallInstruction:
			switch {
			case syncmodel.ClosedBy(ref.Common()) == ch:
				c.closes = true
			case isBuiltin(ref.Common(), "len"), isBuiltin(ref.Common(), "cap"):
			default:
				c.inside = false
			}
		default:
			c.inside = false // compared with nil, returned, stored, captured, given to others
		}
	}
}

func isBuiltin(call *ssa.CallCommon, name string) bool {
	b, ok := call.Value.(*ssa.Builtin)
	return ok && b.Name() == name
}

// endsByCloseOnly reports whether a receive is that of a range, and the function has an answer to which it comes only when the range
// has ended.
func endsByCloseOnly(receive *ssa.UnOp) bool {
	fn := receive.Parent()
	if !receive.CommaOk || fn.Signature.Results().Len() == 0 || !flow.InLoop(receive) {
		return false
	}
	for _, branch := range flow.BranchesOn(receive) {
		if branch.Block() != receive.Block() {
			continue
		}
		ended := branch.Block().Succs[1]
		if len(ended.Preds) > 1 {
			return false // a break leads there too
		}
		return !slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
			_, returns := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			return returns && b != fn.Recover && !ended.Dominates(b)
		})
	}
	return false
}
