using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Writes a text as the tokeniser wants it: emoji in words, every white space one ASCII byte.</summary>
/// <remarks>
/// The reference puts a space before an emoji's name unless a space (U+0020, no other) or the start of the text
/// precedes it, and none after it: what follows an emoji is glued to its name.
/// </remarks>
internal sealed class EmojiExpander(UnicodeTable characters)
{
    /// <summary>
    /// Appends the text to <paramref name="output"/>, which must be empty. Ill-formed bytes are copied.
    /// </summary>
    public void Expand(ReadOnlySpan<byte> utf8, TextBuffer output)
    {
        while (!utf8.IsEmpty)
        {
            var ascii = utf8.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii != 0)
            {
                ascii = ascii < 0 ? utf8.Length : ascii;
                output.Append(utf8[..ascii]);
                utf8 = utf8[ascii..];
                continue;
            }
            Rune.DecodeFromUtf8(utf8, out var character, out var length);
            AppendCharacter(character, utf8[..length], output);
            utf8 = utf8[length..];
        }
    }

    void AppendCharacter(Rune character, ReadOnlySpan<byte> utf8, TextBuffer output)
    {
        var name = characters.EmojiName(character);
        if (!name.IsEmpty)
            AppendName(name, output);
        else if (characters.IsSpace(character))
            output.Append((byte)'\n'); // any white space but U+0020: only that saves an emoji the space before it
        else if (character.Value == UnicodeTable.KelvinSign)
            output.Append((byte)'K');
        else
            output.Append(utf8);
    }

    static void AppendName(ReadOnlySpan<byte> name, TextBuffer output)
    {
        if (output.Length > 0 && output.Text[^1] != ' ')
            output.Append((byte)' ');
        output.Append(name);
    }
}
