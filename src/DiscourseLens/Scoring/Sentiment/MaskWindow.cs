namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The masks of one token of at most 64 bytes: the end of one block joined to the start of the next.</summary>
internal readonly ref struct MaskWindow
{
    readonly ref readonly BlockMasks _block;
    readonly ref readonly BlockMasks _next;
    readonly int _shift;
    readonly ulong _inToken;

    public MaskWindow(BlockMasks[] masks, int start, int length)
    {
        _block = ref masks[start / BlockMasks.BlockSize];
        _next = ref masks[(start / BlockMasks.BlockSize) + 1];
        _shift = start % BlockMasks.BlockSize;
        _inToken = ulong.MaxValue >> (BlockMasks.BlockSize - length);
    }

    /// <summary>What is not punctuation.</summary>
    public ulong Kept => Join(~_block.Punctuation, ~_next.Punctuation);

    public ulong Upper => Join(_block.Upper, _next.Upper);

    public ulong Lower => Join(_block.Lower, _next.Lower);

    public ulong NonAscii => Join(_block.NonAscii, _next.NonAscii);

    // Shifted in two steps: a shift by 64 would be one by 0.
    ulong Join(ulong low, ulong high) =>
        ((low >> _shift) | (high << 1 << (BlockMasks.BlockSize - 1 - _shift))) & _inToken;
}
