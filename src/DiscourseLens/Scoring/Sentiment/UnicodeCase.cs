using System.Globalization;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Case of code points as CPython 3.11 (Unicode 14) sees it, which is wider than .NET's categories.</summary>
internal sealed class UnicodeCase
{
    private readonly (int First, int Last, bool IsUpper)[] _ranges;

    /// <summary>Reads the lines of unicode_case.tsv.</summary>
    public UnicodeCase(IEnumerable<string> lines) => _ranges = lines
        .Select(line => line.Split('\t'))
        .Select(cells => (Hex(cells[1]), Hex(cells[2]), cells[0] == "upper"))
        .OrderBy(range => range.Item1)
        .ToArray();

    /// <summary>1 for upper case, -1 for lower and title case, 0 for none.</summary>
    public int Of(int codePoint)
    {
        if (codePoint < 0x80)
            return codePoint is >= 'A' and <= 'Z' ? 1 : codePoint is >= 'a' and <= 'z' ? -1 : 0;
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = _ranges[middle];
            if (codePoint < range.First)
                high = middle - 1;
            else if (codePoint > range.Last)
                low = middle + 1;
            else
                return range.IsUpper ? 1 : -1;
        }

        return 0;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
