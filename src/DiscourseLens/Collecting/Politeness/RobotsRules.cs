using System.Globalization;
using System.Text;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>What a site's <c>robots.txt</c> asks of programs, read as RFC 9309 says.</summary>
public sealed class RobotsRules
{
    private const int LongestFile = 512 * 1024;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    /// <summary>Rules that allow everything.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Time between two requests that is asked for; null where none is.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads the rules for one program: those of its own group, else those for all.</summary>
    /// <param name="file">The file; what is no rule is passed over.</param>
    /// <param name="program">The program's name, without version.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var text = Encoding.UTF8.GetString(file[..Math.Min(file.Length, LongestFile)]).TrimStart('\uFEFF');
        var (own, all) = (new RobotsRules(), new RobotsRules());
        var (hasOwn, inHead) = (false, false);
        var into = new List<RobotsRules>();
        foreach (var line in text.Split('\n', '\r'))
        {
            if (!TryRead(line, out var key, out var value))
                continue;
            if (key == "user-agent")
            {
                if (!inHead)
                    into.Clear();
                inHead = true;
                if (value.Equals(program, StringComparison.OrdinalIgnoreCase))
                    (hasOwn, into) = (true, [.. into, own]);
                else if (value == "*")
                    into.Add(all);
            }
            else
            {
                inHead = false;
                into.ForEach(rules => rules.Add(key, value));
            }
        }

        return hasOwn ? own : all;
    }

    /// <summary>Whether a path, with its query, may be read: the longest rule that fits decides, and of two the one that allows.</summary>
    public bool Allows(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var fitting = _rules.Where(rule => Fits(rule.Pattern, path)).ToList();
        return fitting.Count == 0 || fitting.OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allows).First().Allows;
    }

    private static bool TryRead(string line, out string key, out string value)
    {
        var text = line.AsSpan();
        if (text.IndexOf('#') is var comment and >= 0)
            text = text[..comment];
        var colon = text.IndexOf(':');
        key = colon < 0 ? "" : text[..colon].Trim().ToString().ToLowerInvariant();
        value = colon < 0 ? "" : text[(colon + 1)..].Trim().ToString();
        return key.Length > 0;
    }

    private void Add(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0)
            _rules.Add((value, key == "allow"));
        else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600)
            Delay = TimeSpan.FromSeconds(seconds);
    }

    /// <summary>A pattern fits the beginning of a path; <c>*</c> stands for anything, a <c>$</c> at its end for the path's end.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        // The last part may also fit further on.
        return !isWhole || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
