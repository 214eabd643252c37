namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Tells a post's own lines from code and quotes, and takes the marks off line starts. One instance a text.</summary>
internal struct ProseLines
{
    const int MostMarkIndent = 3, ShortestFence = 3, MostListDigits = 3;

    char _fence;
    bool _afterBlank;
    bool _inCode;
    bool _started;

    /// <summary>Whether a line is code, a quote or a rule rather than prose. To be asked of every line in order.</summary>
    public bool IsForeign(ReadOnlySpan<char> line, bool inList)
    {
        var trimmed = line.TrimStart(' ');
        var isBlank = line.IsWhiteSpace();
        var foreign = IsFenced(trimmed) || IsIndentedCode(line, isBlank, inList) || IsQuote(line, trimmed) || IsRule(trimmed);
        _afterBlank = isBlank;
        _started = true;
        return foreign;
    }

    /// <summary>Blanks the marks of a heading, list entry or table row; says whether it is a list entry.</summary>
    public static bool StripMarks(Span<char> line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        var rest = line[indent..];
        var marks = HeadingMarks(rest);
        var list = marks == 0 ? ListMark(rest) : 0;
        if (marks + list > 0)
            ProseNormalizer.Blank(rest[..(marks + list)]);
        else if (rest.StartsWith("|"))
            rest.Replace('|', ProseNormalizer.Break);
        return list > 0;
    }

    bool IsFenced(ReadOnlySpan<char> trimmed)
    {
        var mark = trimmed.StartsWith("```") ? '`' : trimmed.StartsWith("~~~") ? '~' : '\0';
        if (_fence == '\0')
        {
            // A fence that also closes on its own line is code within a line.
            if (mark == '\0' || trimmed[ShortestFence..].Contains(mark))
                return false;
            _fence = mark;
            return true;
        }
        if (mark == _fence)
            _fence = '\0';
        return true;
    }

    bool IsIndentedCode(ReadOnlySpan<char> line, bool isBlank, bool inList)
    {
        var indented = !isBlank && (line.StartsWith("    ") || line.StartsWith("\t"));
        _inCode = indented ? _inCode || ((_afterBlank || !_started) && !inList) : isBlank && _inCode;
        return _inCode && !isBlank;
    }

    // ">!" opens a spoiler, which is the writer's own.
    static bool IsQuote(ReadOnlySpan<char> line, ReadOnlySpan<char> trimmed) =>
        trimmed.StartsWith(">") && !trimmed.StartsWith(">!") && line.Length - trimmed.Length <= MostMarkIndent;

    static bool IsRule(ReadOnlySpan<char> trimmed)
    {
        var marks = trimmed.TrimEnd();
        return marks.Length >= 3 && marks[0] is '-' or '*' or '_' or '=' && !marks.ContainsAnyExcept(marks[0], ' ')
            || (marks.StartsWith("|") && !marks.ContainsAnyExcept("|-: "));
    }

    static int HeadingMarks(ReadOnlySpan<char> line)
    {
        var marks = line.Length - line.TrimStart('#').Length;
        return marks is > 0 and <= 6 && marks < line.Length && line[marks] == ' ' ? marks : 0;
    }

    static int ListMark(ReadOnlySpan<char> line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '+' or '•' && line[1] == ' ')
            return 1;
        var digits = line.Length - line.TrimStart("0123456789").Length;
        return digits is > 0 and <= MostListDigits && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' '
            ? digits + 1
            : 0;
    }
}
