using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DiscourseLens.Collecting.Markup;

/// <summary>
/// The plain text of a piece of HTML as people read it: paragraphs apart by a blank line, no markup, no scripts. Nothing is
/// loaded or run.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string> s_unread = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "IFRAME", "SVG", "OBJECT"];
    private static readonly HashSet<string> s_paragraphs =
        ["P", "BLOCKQUOTE", "PRE", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "ARTICLE", "SECTION", "ASIDE", "HR", "DETAILS"];
    private static readonly HashSet<string> s_lines = ["DIV", "LI", "TR", "DT", "DD", "SUMMARY", "FIGCAPTION"];

    /// <summary>Reads a fragment.</summary>
    /// <param name="html">The fragment, however broken.</param>
    /// <param name="leaveOut">A selector of elements that are not the author's words, such as quotes; null for none.</param>
    public static string Read(string html, string? leaveOut = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (!html.AsSpan().ContainsAny('<', '&'))
            return html.Replace("\0", "", StringComparison.Ordinal).Trim();
        using var document = new HtmlParser().ParseDocument(html);
        return Read(document.DocumentElement, leaveOut);
    }

    /// <summary>Reads an element of a page.</summary>
    /// <inheritdoc cref="Read(string, string?)"/>
    public static string Read(IElement root, string? leaveOut = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var left = leaveOut is null ? [] : root.QuerySelectorAll(leaveOut).ToHashSet();
        var text = new Flow();
        // No recursion: a hostile fragment nests deeper than any stack.
        for (INode? node = root; node is not null;)
        {
            var isLeft = node is IElement element && (s_unread.Contains(element.NodeName) || left.Contains(element));
            if (!isLeft)
                Enter(node, text);
            node = Next(node, root, isLeft, text);
        }

        return text.ToString();
    }

    private static INode? Next(INode node, INode root, bool skip, Flow text)
    {
        if (!skip && node.FirstChild is { } child)
            return child;
        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            text.Break(BreakOf(at));
            if (at.NextSibling is { } next)
                return next;
        }

        return null;
    }

    private static void Enter(INode node, Flow text)
    {
        if (node is IText words)
            text.Add(words.Data, node.ParentElement?.Closest("pre") is not null);
        else if (node.NodeName == "BR")
            text.NewLine();
        else
            text.Break(BreakOf(node));
    }

    private static int BreakOf(INode node) => s_paragraphs.Contains(node.NodeName) ? 2 : s_lines.Contains(node.NodeName) ? 1 : 0;

    /// <summary>Text with its white space folded, and breaks that are due before the next word.</summary>
    private sealed class Flow
    {
        private readonly StringBuilder _text = new();
        private int _breaks;
        private bool _blank;

        public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

        public void NewLine() => _breaks = Math.Min(2, _breaks + 1);

        public void Add(string words, bool isPreformatted)
        {
            foreach (var letter in words)
            {
                if (letter == '\0')
                    continue;
                if (letter == '\n' && isPreformatted)
                    NewLine();
                else if (char.IsWhiteSpace(letter))
                    _blank = true;
                else
                    Append(letter);
            }
        }

        public override string ToString() => _text.ToString();

        private void Append(char letter)
        {
            if (_text.Length > 0)
                _text.Append(_breaks > 0 ? new string('\n', _breaks) : _blank ? " " : "");
            _text.Append(letter);
            (_breaks, _blank) = (0, false);
        }
    }
}
