using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>
/// A question that is asked all day, translated once. A translation belongs to the model it was made for; a move has two in one process.
/// </summary>
public sealed class Translated<TQuestion>(Func<TQuestion> translate) where TQuestion : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuestion> kept = [];

    public TQuestion For(AppDb db) => kept.GetValue(db.Model, _ => translate());
}
