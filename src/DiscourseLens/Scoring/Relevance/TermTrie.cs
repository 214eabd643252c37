namespace DiscourseLens.Scoring.Relevance;

/// <summary>All terms as one automaton over normalised letters, digits and single spaces: one step a character.</summary>
internal sealed class TermTrie
{
    /// <summary>The state before the first character.</summary>
    public const int Root = 0;

    /// <summary>No term goes on with this character.</summary>
    public const int Dead = -1;

    private const int Symbols = 37;

    private readonly List<int> _next = [];
    private readonly List<TermEntry[]> _exact = [];
    private readonly List<TermEntry[]> _beginning = [];
    private readonly int[] _steps;
    private readonly TermEntry[][] _exactAt;
    private readonly TermEntry[][] _beginningAt;

    public TermTrie(IEnumerable<TermEntry> entries)
    {
        AddState();
        foreach (var entry in entries) Add(entry);
        _steps = [.. _next];
        _exactAt = [.. _exact];
        _beginningAt = [.. _beginning];
    }

    /// <summary>The state behind a character, or <see cref="Dead"/>.</summary>
    public int Step(int state, char c)
    {
        var symbol = SymbolOf(c);
        return symbol < 0 ? Dead : _steps[state * Symbols + symbol];
    }

    /// <summary>The terms that end in this state.</summary>
    public TermEntry[] EndingAt(int state) => _exactAt[state];

    /// <summary>The <c>*</c> terms whose beginning is complete in this state.</summary>
    public TermEntry[] BeginningAt(int state) => _beginningAt[state];

    private static int SymbolOf(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        ' ' => 36,
        _ => -1,
    };

    private void Add(TermEntry entry)
    {
        var state = Root;
        foreach (var c in entry.Term.AsSpan().TrimEnd('*'))
        {
            var slot = state * Symbols + SymbolOf(c);
            if (_next[slot] == Dead) _next[slot] = AddState();
            state = _next[slot];
        }
        var ends = entry.Term.EndsWith('*') ? _beginning : _exact;
        ends[state] = [.. ends[state], entry];
    }

    private int AddState()
    {
        _next.AddRange(Enumerable.Repeat(Dead, Symbols));
        _exact.Add([]);
        _beginning.Add([]);
        return _exact.Count - 1;
    }
}
