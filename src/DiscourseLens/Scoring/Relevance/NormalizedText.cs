using System.Buffers;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>A text made comparable, with the way back to the original's UTF-16 offsets.</summary>
/// <remarks>Holds a pooled buffer: dispose of it once, and keep no span of <see cref="Text"/> beyond that.</remarks>
public sealed class NormalizedText : IDisposable
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private char[]? _buffer;

    internal NormalizedText(char[] buffer, int length, int[]? starts, int[]? ends)
    {
        _buffer = buffer;
        Length = length;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>UTF-16 units of the normalised text.</summary>
    public int Length { get; }

    /// <summary>The normalised text.</summary>
    /// <exception cref="ObjectDisposedException">The text was disposed of.</exception>
    public ReadOnlySpan<char> Text =>
        (_buffer ?? throw new ObjectDisposedException(nameof(NormalizedText))).AsSpan(0, Length);

    /// <summary>The original's offset at which the normalised unit <paramref name="index"/> begins.</summary>
    public int OriginalStart(int index) => _starts is null ? index : _starts[index];

    /// <summary>The original's offset behind the unit that ends at <paramref name="end"/> (exclusive, at least 1).</summary>
    public int OriginalEnd(int end) => _ends is null ? end : _ends[end - 1];

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer is null) return;
        ArrayPool<char>.Shared.Return(_buffer);
        if (_starts is not null) ArrayPool<int>.Shared.Return(_starts);
        if (_ends is not null) ArrayPool<int>.Shared.Return(_ends);
        _buffer = null;
    }
}
