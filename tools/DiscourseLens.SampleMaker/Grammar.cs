using System.Text;

namespace DiscourseLens.SampleMaker;

/// <summary>
/// Sections of alternatives, one a line: <c>{name}</c> is filled in from another section, <c>{a|b}</c> is a choice on the
/// spot, and a section <c>name.mdma</c> stands in for <c>name</c> in threads about MDMA.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, List<string>> _sections = [];

    /// <summary>Reads the embedded grammar files.</summary>
    public static Grammar Load()
    {
        var grammar = new Grammar();
        var assembly = typeof(Grammar).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Grammar/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8); // its name was just listed
            grammar.Read(reader.ReadToEnd());
        }

        return grammar;
    }

    /// <summary>One text of a section, with a capital at its beginning.</summary>
    /// <param name="section">Name of the section.</param>
    /// <param name="topic">What the thread speaks of.</param>
    /// <param name="chance">Chooses.</param>
    public string Text(string section, Topic topic, Chance chance)
    {
        var text = Fill(chance.Of(_sections[section]), topic, chance).Trim().Replace("  ", " ", StringComparison.Ordinal);
        return Sentences(text);
    }

    private void Read(string content)
    {
        List<string>? section = null;
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
                _sections.Add(line[1..^1], section = []);
            else
                (section ?? throw new InvalidDataException($"'{line}' stands before the first section.")).Add(line);
        }
    }

    private string Fill(string template, Topic topic, Chance chance)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                text.Append(template[i]);
                continue;
            }

            var end = Closing(template, i);
            text.Append(Slot(template[(i + 1)..end], topic, chance));
            i = end;
        }

        return text.ToString();
    }

    private string Slot(string slot, Topic topic, Chance chance)
    {
        var choices = Choices(slot);
        if (choices.Count == 1 && slot == "condition")
            return topic.Condition;
        if (choices.Count == 1 && (_sections.GetValueOrDefault($"{slot}.{topic.Target}") ?? _sections.GetValueOrDefault(slot)) is { } section)
            return Fill(chance.Of(section), topic, chance);
        var choice = chance.Of(choices);
        return _sections.ContainsKey(choice) ? Slot(choice, topic, chance) : Fill(choice, topic, chance);
    }

    private static List<string> Choices(string slot)
    {
        var choices = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < slot.Length; i++)
        {
            depth += slot[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (slot[i] != '|' || depth > 0)
                continue;
            choices.Add(slot[start..i]);
            start = i + 1;
        }

        choices.Add(slot[start..]);
        return choices;
    }

    private static int Closing(string template, int open)
    {
        var depth = 0;
        for (var i = open; i < template.Length; i++)
        {
            depth += template[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        throw new InvalidDataException($"A brace is left open in '{template}'.");
    }

    private static string Sentences(string text)
    {
        var letters = text.ToCharArray();
        var begins = true;
        for (var i = 0; i < letters.Length; i++)
        {
            if (begins && char.IsLetter(letters[i]))
                (letters[i], begins) = (char.ToUpperInvariant(letters[i]), false);
            else if (letters[i] is '.' or '!' or '?')
                begins = true;
            else if (begins && letters[i] is not (' ' or '\n'))
                begins = false;
        }

        return new string(letters);
    }
}
