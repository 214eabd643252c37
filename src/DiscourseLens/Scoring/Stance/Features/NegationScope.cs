using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Marks what stands under a negation, and what stands behind "but".</summary>
/// <remarks>A negation reaches some words on, up to a pause or a turn; so does the rule of VADER and of most sentiment work.</remarks>
internal sealed class NegationScope(CueLexicon lexicon)
{
    private const int Reach = 4;

    private readonly ulong _negation = lexicon.BitOf("negation"), _contrast = lexicon.BitOf("contrast");

    public void Mark(TokenReader reader)
    {
        var tokens = reader.Editable;
        foreach (var sentence in reader.Sentences)
        {
            var left = 0;
            var turned = false;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                ref var token = ref tokens[i];
                var turns = (token.Cues & _contrast) != 0;
                if (turns)
                    (left, turned) = (0, true);
                else if (left > 0)
                    token.Traits |= TokenTraits.Negated;
                if (turned)
                    token.Traits |= TokenTraits.Turned;
                left = (token.Cues & _negation) != 0 ? Reach : token.Is(TokenTraits.Pause) ? 0 : left - 1;
            }
        }
    }
}
