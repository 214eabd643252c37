using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It helped. We left.", "It helped.|We left.")]
    [InlineData("it helped. then it did not.", "it helped.|then it did not.")]
    [InlineData("Dr. Oak saw me at 9 a.m. and left.", "Dr. Oak saw me at 9 a.m. and left.")]
    [InlineData("I took 0.5 mg. Nothing came.", "I took 0.5 mg.|Nothing came.")]
    [InlineData("Pills, patches, etc. were tried.", "Pills, patches, etc. were tried.")]
    [InlineData("A. Tree wrote it. So do I. You too.", "A. Tree wrote it.|So do I.|You too.")]
    [InlineData("I was... scared. Then... Nothing.", "I was... scared.|Then...|Nothing.")]
    [InlineData("Well… maybe. Well… Maybe.", "Well… maybe.|Well…|Maybe.")]
    [InlineData("I said no. 5 days later I went. See no. 5 there.", "I said no. 5 days later I went.|See no. 5 there.")]
    [InlineData("Really?! Yes!!! Fine", "Really?!|Yes!!!|Fine")]
    [InlineData("\"Why?\" she asked. \"Because.\" He left.", "\"Why?\" she asked.|\"Because.\"|He left.")]
    [InlineData("So good! 😊😊 We slept. :) Then home", "So good! 😊😊|We slept. :)|Then home")]
    [InlineData("What a lovely night 😊 We slept", "What a lovely night 😊|We slept")]
    [InlineData("I ❤ Lisbon", "I ❤ Lisbon")]
    [InlineData("a line that was\nwrapped\nAnd a new one\n\nend", "a line that was\nwrapped|And a new one|end")]
    [InlineData("Came with:\n- calm\n- sleep\n2. hope", "Came with:|calm|sleep|hope")]
    [InlineData("", "")]
    public void FindEnd_EndsSentences(string text, string expected) => Assert.Equal(expected, string.Join('|', Split(text)));

    static IEnumerable<string> Split(string text)
    {
        var prose = new char[text.Length];
        ProseNormalizer.Normalize(text, prose);
        for (var start = 0; start < prose.Length;)
        {
            var end = SentenceSplitter.FindEnd(prose, start);
            var sentence = new string(prose, start, end - start).Trim();
            if (sentence.Length > 0)
                yield return sentence;
            start = Math.Max(end, start + 1);
        }
    }
}
