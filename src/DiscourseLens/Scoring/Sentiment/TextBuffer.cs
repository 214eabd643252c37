using System.Text.Unicode;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>A growing UTF-8 buffer, kept from text to text, that can be read past its end as spaces.</summary>
internal sealed class TextBuffer
{
    // One whole block of spaces ends the last token; a key may be read from the text's last byte on.
    const int Padding = BlockMasks.BlockSize + WordKey.ReadableBytes;

    byte[] _bytes = new byte[4096];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>The text written so far.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, Length);

    /// <summary>The text and the spaces after it; valid after <see cref="Pad"/>.</summary>
    public ReadOnlySpan<byte> Padded => _bytes.AsSpan(0, Length + Padding);

    public void Clear() => Length = 0;

    public void Append(byte value)
    {
        FreeSpan(1)[0] = value;
        Length++;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(FreeSpan(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>
    /// Appends UTF-16 as UTF-8. A lone surrogate becomes U+FFFD: to every rule an ordinary character, like it.
    /// </summary>
    public void Append(ReadOnlySpan<char> utf16)
    {
        const int MaxBytesPerChar = 3;
        Utf8.FromUtf16(utf16, FreeSpan(utf16.Length * MaxBytesPerChar), out _, out var written);
        Length += written;
    }

    /// <summary>Writes the spaces after the text.</summary>
    public void Pad() => FreeSpan(0)[..Padding].Fill((byte)' ');

    Span<byte> FreeSpan(int count)
    {
        var needed = Length + count + Padding;
        if (_bytes.Length < needed)
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        return _bytes.AsSpan(Length);
    }
}
