using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Goes through the lines of a block, the last of which may lack its line feed.</summary>
internal ref struct LineCursor
{
    private readonly int _length;
    private ReadOnlySpan<byte> _rest;

    public LineCursor(ReadOnlySpan<byte> block)
    {
        _rest = block;
        _length = block.Length;
    }

    /// <summary>The line under the cursor, without line feed and byte order mark; joined files have one in their midst.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>Bytes of the block before the line.</summary>
    public int Start { get; private set; }

    /// <summary>Lines of the block before this one.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Whether the line holds nothing.</summary>
    public readonly bool IsBlank => Line.Trim(" \t\r"u8).IsEmpty;

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        Start = _length - _rest.Length;
        var end = _rest.IndexOf((byte)'\n');
        Line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        if (Line.StartsWith(Encoding.UTF8.Preamble))
            Line = Line[Encoding.UTF8.Preamble.Length..];
        Index++;
        return true;
    }

    /// <summary>Reads the line as a post, bare NaN and Infinity taken as null; returns null, or the reason why it is none.</summary>
    /// <remarks>Where the line had to be repaired it becomes the repaired one, to which the post's ranges refer.</remarks>
    public string? TryRead(PushshiftLine into)
    {
        var reason = PushshiftReader.TryRead(Line, into);
        if (reason is null || NotANumber.Replace(Line) is not { } repaired || PushshiftReader.TryRead(repaired, into) is not null)
            return reason;
        Line = repaired;
        return null;
    }
}
