package waituse

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A closing is a close of a channel after which nothing waits any more.
type closing struct {
	channel any // as channelOf gives it
	at      ssa.Instruction
}

// closedLast reports goroutines that still have output to make when a channel is closed from
// which they receive, where that close is the last thing that main does: main may end first.
func (r *reporter) closedLast(main *ssa.Function) {
	reached := flow.NewGraph(nil).Closure([]*ssa.Function{main})
	o := output{r, slices.DeleteFunc(slices.Clone(r.summaries.Order), func(fn *ssa.Function) bool { return !slices.Contains(reached, fn) })}
	for _, c := range r.lastCloses(main, 0) {
		for _, fn := range o.reached {
			for instr := range flow.Instructions(fn) {
				start, ok := instr.(*ssa.Go)
				if !ok {
					continue
				}
				out := o.atEnd(start, c.channel, r.rushes(main, start))
				if out == nil {
					continue
				}
				f := r.cutOff(start)
				f.Relate(r.pass.Files, c.at.Pos(), "nothing waits after this, and the goroutine goes on")
				f.Relate(r.pass.Files, out.Pos(), "this output may never appear")
			}
		}
	}
}

// lastCloses lists the closes of a function, and of those that it calls, after which it waits
// for nothing, its deferred calls included.
func (r *reporter) lastCloses(fn *ssa.Function, depth int) (list []closing) {
	if depth > maxCalls || flow.Any(fn, func(instr ssa.Instruction) bool {
		d, ok := instr.(*ssa.Defer)
		return ok && r.callAwaits(d.Common(), nil)
	}) {
		return nil
	}
	awaits := func(instr ssa.Instruction) bool { return r.awaits(instr, nil) }
	never := func(ssa.Instruction) bool { return false }
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		_, starts := instr.(*ssa.Go)
		if !ok || starts || !mayReturnAfter(instr) {
			continue
		}
		if _, deferred := instr.(*ssa.Defer); !deferred && flow.Find(instr, awaits, never, nil) != nil {
			continue
		}
		if closed := syncmodel.ClosedBy(call.Common()); closed != nil {
			if ch := channelOf(closed); ch != nil {
				list = append(list, closing{ch, instr})
			}
			continue
		}
		next := depth + 1
		if syncmodel.OfCall(call.Common()) == syncmodel.OnceDo {
			next = depth // its literal stands in the function itself
		}
		for _, callee := range r.runBy(call.Common()) {
			for _, c := range r.lastCloses(callee, next) {
				if p, ok := c.channel.(*ssa.Parameter); ok && p.Parent() == callee {
					if c.channel = channelOf(call.Common().Args[slices.Index(callee.Params, p)]); c.channel == nil {
						continue
					}
				}
				list = append(list, closing{c.channel, instr})
			}
		}
	}
	return list
}

// runBy lists the functions of the package that a call runs: the one that it names, or the
// literal that it gives to a Once.
func (r *reporter) runBy(call *ssa.CallCommon) []*ssa.Function {
	if syncmodel.OfCall(call) == syncmodel.OnceDo {
		if literal, ok := call.Args[1].(*ssa.MakeClosure); ok {
			return []*ssa.Function{literal.Fn.(*ssa.Function)}
		}
		return nil
	}
	if fn := r.summaries.Local(call); fn != nil {
		return []*ssa.Function{fn}
	}
	return nil
}

// awaits reports whether an instruction may wait for another goroutine. To take a lock, or to
// close a file, is none that lets a goroutine come to its end.
func (r *reporter) awaits(instr ssa.Instruction, seen []*ssa.Function) bool {
	if len(elements(instr)) > 0 {
		return true
	}
	if call, ok := instr.(*ssa.Call); ok {
		return r.callAwaits(call.Common(), seen)
	}
	d, ok := instr.(*ssa.Defer)
	return ok && r.callAwaits(d.Common(), seen)
}

func (r *reporter) callAwaits(call *ssa.CallCommon, seen []*ssa.Function) bool {
	if _, ok := call.Value.(*ssa.Builtin); ok {
		return false
	}
	switch syncmodel.OfCall(call) {
	case syncmodel.Lock, syncmodel.RLock, syncmodel.Unlock, syncmodel.RUnlock:
		return false
	}
	if fns := r.runBy(call); len(fns) > 0 {
		return slices.ContainsFunc(fns, func(fn *ssa.Function) bool {
			return !slices.Contains(seen, fn) && flow.Any(fn, func(instr ssa.Instruction) bool { return r.awaits(instr, append(seen, fn)) })
		})
	}
	callee := syncmodel.Callee(call)
	return !syncmodel.IsBrief(callee) && (callee == nil || callee.FullName() != "(*os.File).Close")
}

// channelOf returns what a channel is known by: the field or variable that holds it, the
// parameter that it is, or the make; nil where none of these shows.
func channelOf(v ssa.Value) any {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return channelOf(v.X)
	case *ssa.MakeChan, *ssa.Parameter:
		return v
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return nil
		}
		switch address := v.X.(type) {
		case *ssa.FieldAddr:
			return effects.FieldOf(address)
		case *ssa.FreeVar:
			if b := effects.Binding(address); b != nil {
				return b
			}
		case *ssa.Global, *ssa.Alloc:
			return address
		}
	}
	return nil
}

// rushes reports whether nothing keeps main from closing while items are under way: the
// goroutine answers for none of them, and main does not sleep.
func (r *reporter) rushes(main *ssa.Function, start *ssa.Go) bool {
	body := r.summaries.Local(start.Common())
	if body == nil || flow.Any(main, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && syncmodel.OfCall(call.Common()) == syncmodel.Sleep
	}) {
		return false
	}
	for _, fn := range flow.NewGraph(nil).Closure([]*ssa.Function{body}) {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Send:
				return false
			case *ssa.Select:
				if slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return s.Send != nil }) {
					return false
				}
			case ssa.CallInstruction:
				op := syncmodel.OfCall(instr.Common())
				switch {
				case syncmodel.ClosedBy(instr.Common()) != nil, isUnseen(instr.Common()), syncmodel.IsAtomic(op),
					op == syncmodel.WaitGroupDone, op == syncmodel.CondSignal, op == syncmodel.CondBroadcast:
					return false
				}
			}
		}
	}
	return true
}

// An output knows what the functions that main leads to write.
type output struct {
	*reporter
	reached []*ssa.Function // those of the package, in source order
}

// atEnd returns an output that a goroutine makes when a channel is closed from which it
// receives: after the last receive, or, if the channel has room and nothing holds main back,
// for what is still in it.
func (o output) atEnd(start *ssa.Go, channel any, rushes bool) ssa.Instruction {
	body := o.summaries.Local(start.Common())
	if body == nil {
		return nil
	}
	fns := []*ssa.Function{body}
	for instr := range flow.Instructions(body) {
		if call, ok := instr.(*ssa.Call); ok {
			fns = append(fns, o.runBy(call.Common())...)
		}
	}
	for _, fn := range fns {
		receive := receiveFrom(fn, channel, func(p *ssa.Parameter) any {
			if fn != body {
				return nil
			}
			return channelOf(start.Call.Args[slices.Index(fn.Params, p)])
		})
		if receive == nil {
			continue
		}
		for instr := range flow.Instructions(fn) {
			if !o.puts(instr, 0) {
				continue
			}
			_, deferred := instr.(*ssa.Defer)
			last := flow.MayFollow(receive, instr) && !flow.MayFollow(instr, receive)
			if deferred || last || rushes && flow.MayFollow(receive, instr) && o.hasRoom(channel) {
				return instr
			}
		}
	}
	return nil
}

// receiveFrom returns a receive of a function from a channel, which given tells for its
// parameters; nil if it has none.
func receiveFrom(fn *ssa.Function, channel any, given func(*ssa.Parameter) any) ssa.Instruction {
	is := func(v ssa.Value) bool {
		ch := channelOf(v)
		if p, ok := ch.(*ssa.Parameter); ok && p.Parent() == fn {
			ch = given(p)
		}
		return ch != nil && ch == channel
	}
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.UnOp:
			if instr.Op == token.ARROW && is(instr.X) {
				return instr
			}
		case *ssa.Select:
			if slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return s.Send == nil && is(s.Chan) }) {
				return instr
			}
		}
	}
	return nil
}

// puts reports whether an instruction makes output, itself or in what it calls.
func (o output) puts(instr ssa.Instruction, depth int) bool {
	call, ok := instr.(ssa.CallInstruction)
	if _, starts := instr.(*ssa.Go); !ok || starts {
		return false
	}
	if isOutput(call.Common()) || o.isFileOutput(call.Common()) {
		return true
	}
	fn := o.summaries.Local(call.Common())
	return fn != nil && depth < maxCalls && flow.Any(fn, func(instr ssa.Instruction) bool { return o.puts(instr, depth+1) })
}

// isFileOutput reports whether a call writes to a file, or brings there what a buffer holds.
func (o output) isFileOutput(call *ssa.CallCommon) bool {
	fn := syncmodel.Callee(call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "(*bufio.Writer).Flush", "(*encoding/csv.Writer).Flush", "(*os.File).Write", "(*os.File).WriteString",
		"(*bufio.Writer).Write", "(*bufio.Writer).WriteString", "(*bufio.Writer).WriteByte", "(*bufio.Writer).WriteRune",
		"(*log.Logger).Print", "(*log.Logger).Printf", "(*log.Logger).Println":
		return true
	case "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "io.WriteString":
		return o.isFile(call.Args[0], 0)
	case "(io.Writer).Write":
		return o.isFile(call.Value, 0)
	}
	return false
}

// isFile reports whether a writer is a file, or a buffer before one, also where main leads to
// who gives that to the parameter or field in which it is found.
func (o output) isFile(writer ssa.Value, depth int) bool {
	if depth > maxCalls {
		return false
	}
	switch v := writer.(type) {
	case *ssa.MakeInterface:
		return slices.Contains([]string{"*os.File", "*bufio.Writer"}, v.X.Type().String())
	case *ssa.ChangeInterface:
		return o.isFile(v.X, depth)
	case *ssa.Parameter:
		i := slices.Index(v.Parent().Params, v)
		return o.does(func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && o.summaries.Local(call.Common()) == v.Parent() && o.isFile(call.Common().Args[i], depth+1)
		})
	case *ssa.UnOp:
		address, ok := v.X.(*ssa.FieldAddr)
		return ok && o.does(func(instr ssa.Instruction) bool {
			store, ok := instr.(*ssa.Store)
			return ok && keepsIn(store, effects.FieldOf(address)) && o.isFile(store.Val, depth+1)
		})
	}
	return false
}

// does reports whether main leads to an instruction of a kind.
func (o output) does(is func(ssa.Instruction) bool) bool {
	return slices.ContainsFunc(o.reached, func(fn *ssa.Function) bool { return flow.Any(fn, is) })
}

// hasRoom reports whether a channel is made with room, wherever it is made.
func (r *reporter) hasRoom(channel any) bool {
	room := false
	for _, fn := range r.summaries.Order {
		for instr := range flow.Instructions(fn) {
			made, ok := instr.(*ssa.MakeChan)
			if !ok || channel != made && !slices.ContainsFunc(flow.Referrers(made), func(ref ssa.Instruction) bool { return keepsIn(ref, channel) }) {
				continue
			}
			size, known := made.Size.(*ssa.Const)
			if known && constant.Sign(size.Value) == 0 {
				return false
			}
			room = true
		}
	}
	return room
}

// keepsIn reports whether an instruction stores something in a variable or field.
func keepsIn(instr ssa.Instruction, place any) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	if address, ok := store.Addr.(*ssa.FieldAddr); ok {
		return effects.FieldOf(address) == place
	}
	return store.Addr == place
}
