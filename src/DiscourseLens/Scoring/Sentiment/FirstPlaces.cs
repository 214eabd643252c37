using System.Runtime.InteropServices;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Finds the first place in a list that holds a value, while the list changes. Reuses its memory.</summary>
/// <remarks>
/// One pairing heap of places for every value (Fredman, Sedgewick, Sleator and Tarjan 1986), the heap's nodes being the
/// places themselves: adding is one step, taking the first is logarithmic in the places that hold the value.
/// </remarks>
internal sealed class FirstPlaces
{
    const int None = -1;

    readonly Dictionary<long, int> _firstOfValue = [];
    int[] _child = [];
    int[] _sibling = [];

    /// <summary>Forgets all, and makes room for places below <paramref name="count"/>.</summary>
    public void Clear(int count)
    {
        _firstOfValue.Clear();
        if (_child.Length < count)
            (_child, _sibling) = (new int[2 * count], new int[2 * count]);
    }

    /// <summary>Notes that the place, which held no value so far, holds this one. The value is not 0.</summary>
    public void Add(double value, int place)
    {
        (_child[place], _sibling[place]) = (None, None);
        ref var first = ref FirstOf(value, out var known);
        first = known ? Meld(first, place) : place;
    }

    /// <summary>Takes the value, which must be held somewhere, from the first place that holds it.</summary>
    public int TakeFirst(double value)
    {
        ref var first = ref FirstOf(value, out _);
        var taken = first;
        first = MeldAll(_child[taken]);
        return taken;
    }

    ref int FirstOf(double value, out bool known)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _firstOfValue, BitConverter.DoubleToInt64Bits(value), out known);
        return ref first;
    }

    /// <summary>
    /// Melds the heaps in a chain of siblings: in pairs from the left, then the pairs from the right.
    /// </summary>
    int MeldAll(int chain)
    {
        var pairs = None;
        while (chain != None)
        {
            var second = _sibling[chain];
            var rest = second == None ? None : _sibling[second];
            var pair = Meld(chain, second);
            (_sibling[pair], pairs, chain) = (pairs, pair, rest);
        }
        var all = None;
        while (pairs != None)
        {
            var next = _sibling[pairs];
            (all, pairs) = (Meld(all, pairs), next);
        }
        return all;
    }

    int Meld(int one, int other)
    {
        if (one == None || other == None)
            return one == None ? other : one;
        var (first, later) = one < other ? (one, other) : (other, one);
        (_sibling[later], _child[first]) = (_child[first], later);
        return first;
    }
}
