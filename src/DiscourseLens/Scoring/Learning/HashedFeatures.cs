namespace DiscourseLens.Scoring.Learning;

/// <summary>The hashed features of one text, each with the token it ends at; keeps its memory.</summary>
/// <remarks>
/// Features of a block are binary and share one value, 1 / √(their number), so that a block's length is 1 whatever the text's.
/// </remarks>
internal sealed class HashedFeatures(int bits)
{
    private readonly ulong[] _seen = new ulong[(1 << bits) / 64];
    private readonly List<int> _ends = [];
    private int[] _buckets = new int[8192], _tokens = new int[8192];
    private int _count;

    /// <summary>Their places in the feature space.</summary>
    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, _count);

    /// <summary>The token that each ends at.</summary>
    public ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Where each block ends in the list.</summary>
    public IReadOnlyList<int> Ends => _ends;

    /// <summary>Forgets them all.</summary>
    public void Clear()
    {
        foreach (var bucket in Buckets)
            _seen[bucket >> 6] = 0;
        _count = 0;
        _ends.Clear();
    }

    /// <summary>Adds a feature, unless the text has it already.</summary>
    public void Add(int bucket, int token)
    {
        var bit = 1UL << (bucket & 63);
        ref var seen = ref _seen[bucket >> 6];
        if ((seen & bit) != 0)
            return;
        seen |= bit;
        if (_count == _buckets.Length)
        {
            Array.Resize(ref _buckets, 2 * _count);
            Array.Resize(ref _tokens, 2 * _count);
        }
        (_buckets[_count], _tokens[_count]) = (bucket, token);
        _count++;
    }

    /// <summary>The block is complete.</summary>
    public void EndBlock() => _ends.Add(_count);

    /// <summary>The features as a row, dense ones behind the hashed.</summary>
    /// <param name="dense">Values of the dense features; zeros are left out.</param>
    /// <param name="denseStart">Their first place in the feature space.</param>
    public FeatureRow ToRow(ReadOnlySpan<float> dense, int denseStart)
    {
        var (index, value) = (new List<int>(_count + dense.Length), new List<float>(_count + dense.Length));
        var from = 0;
        foreach (var end in _ends)
        {
            var share = end > from ? 1 / MathF.Sqrt(end - from) : 0;
            for (; from < end; from++)
            {
                index.Add(_buckets[from]);
                value.Add(share);
            }
        }
        for (var i = 0; i < dense.Length; i++)
        {
            if (dense[i] == 0)
                continue;
            index.Add(denseStart + i);
            value.Add(dense[i]);
        }
        return new FeatureRow([.. index], [.. value]);
    }
}
